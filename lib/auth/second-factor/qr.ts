import { create } from "qrcode";

/** A text as QR code: modules to a side, and one SVG path over the dark ones (a row of them is one stroke). */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const strokes: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules.get(row, column) || (column > 0 && modules.get(row, column - 1))) continue;
      let end = column;
      while (end < size && modules.get(row, end)) end += 1;
      strokes.push(`M${column} ${row}h${end - column}v1h-${end - column}z`);
    }
  }
  return { size, path: strokes.join("") };
}
