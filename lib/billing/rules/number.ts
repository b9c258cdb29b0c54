/**
 * A format of numbers has tokens: `{year}` and `{month}` of the day of issue, and `{number:6}` for the running number with so many
 * digits at least. All but the number is the series: with `{year}` in it, each year begins at one by itself (R50).
 */
const numberToken = /\{number(?::(\d{1,2}))?\}/g;

/** One line with exactly one number token, and no token that nobody knows. */
export function isNumberFormat(format: string): boolean {
  const [numbers, rest] = [format.match(numberToken) ?? [], format.replace(numberToken, "")];
  return (
    numbers.length === 1 &&
    !/[{}]/.test(rest.replace(/\{(?:year|month)\}/g, "")) &&
    /^[\x20-\x7e]+$/.test(format)
  );
}

/** The series that a document of a day belongs to: `INV-2026-`. */
export function seriesOf(format: string, day: string): string {
  return dated(format, day).replace(numberToken, "");
}

/** `INV-2026-000001`. */
export function formatNumber(format: string, day: string, sequence: bigint): string {
  return dated(format, day).replace(numberToken, (_, digits: string | undefined) =>
    sequence.toString().padStart(Number(digits ?? 1), "0"),
  );
}

function dated(format: string, day: string): string {
  return format.replaceAll("{year}", day.slice(0, 4)).replaceAll("{month}", day.slice(5, 7));
}
