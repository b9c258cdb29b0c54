const units = [
  { unit: "megabyte", bytes: 1_000_000, unitDisplay: "short" },
  { unit: "kilobyte", bytes: 1_000, unitDisplay: "short" },
  { unit: "byte", bytes: 1, unitDisplay: "long" },
] as const;

/** How large a file is, for people: "9 bytes", "1.4 kB", "12 MB". */
export function fileSize(given: bigint | number, locale: string): string {
  const size = Number(given);
  const { unit, unitDisplay, bytes } = units.find((one) => size >= one.bytes) ?? units[2];
  const maximumFractionDigits = size < 10 * bytes ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay, maximumFractionDigits }).format(
    size / bytes,
  );
}
