const units = [
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
  { unit: "second", ms: 1_000 },
] as const;

/** A length of time in a person's words, by its two largest units: `320 ms`, `4.2 sec`, `3 min 12 sec`, `2 days 4 hr`. */
export function durationText(ms: number, locale: string): string {
  const format = (value: number, unit: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit,
      unitDisplay: "short",
      maximumFractionDigits: digits,
    }).format(value);
  const length = Math.max(0, Math.round(ms));
  if (length < 1_000) return format(length, "millisecond");
  if (length < 60_000) return format(Math.floor(length / 100) / 10, "second", 1);

  const index = units.findIndex((candidate) => length >= candidate.ms);
  const [large, small] = [units[index], units[index + 1]];
  if (large === undefined || small === undefined) return format(length / 1_000, "second");
  const rest = Math.floor((length % large.ms) / small.ms);
  const whole = format(Math.floor(length / large.ms), large.unit);
  return rest === 0 ? whole : `${whole} ${format(rest, small.unit)}`;
}
