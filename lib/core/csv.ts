/**
 * A table as CSV (RFC 4180), with a byte-order mark so that spreadsheets read UTF-8. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe (S-30).
 */
export function csv(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return `\ufeff${[head, ...rows].map(csvLine).join("")}`;
}

/** One line of such a table, for files that stream. */
export function csvLine(row: readonly unknown[]): string {
  return `${row.map(cell).join(",")}\r\n`;
}

function cell(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  const text =
    value === null || value === undefined ? "" : value instanceof Date ? value.toISOString() : String(value);
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
