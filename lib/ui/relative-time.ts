const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365.2425 * 86_400],
  ["month", 30.436875 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** How far `instant` is from `now` in its largest whole unit: "3 days ago", "in 2 hours", "now". */
export function relativeTime(instant: Date, now: Date, locale: string): string {
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? (["second", 1] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}

/** The same for calendar days written as YYYY-MM-DD, in days: "yesterday", "in 14 days". */
export function relativeDay(day: string, today: string, locale: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
}
