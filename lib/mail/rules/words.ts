/**
 * The language of editable templates: text with `{{variable}}`, and nothing else. No conditions, no filters, no paths, no markup:
 * what is not a known variable is refused when a template is saved, and what a variable holds is never read as a template (S-12, S-13).
 */

/** A stretch of a text: the template's own words, or what a variable stood for. */
export type Piece = { readonly text: string; readonly isValue: boolean };

export type Values = Readonly<Record<string, string>>;

const braces = /\{\{|\}\}/;
const variable = /\{\{ ?([a-zA-Z]{1,40}) ?\}\}/g;

/** What a template's text says that it may not: variables that are not in `allowed`, and braces that are no variable at all. */
export function faultsIn(text: string, allowed: readonly string[]): string[] {
  const used = [...text.matchAll(variable)].map((match) => match[1] as string);
  const unknown = used.filter((name) => !allowed.includes(name)).map((name) => `{{${name}}}`);
  const stray = braces.exec(text.replace(variable, ""));
  return [...new Set([...unknown, ...(stray ? [stray[0]] : [])])];
}

/** Puts values in place of variables, once: values are not searched again. A variable without a value stays as it is written. */
export function fill(text: string, values: Values): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(variable)) {
    const name = match[1] as string;
    if (!Object.hasOwn(values, name)) continue;
    pieces.push({ text: text.slice(from, match.index), isValue: false });
    pieces.push({ text: values[name] as string, isValue: true });
    from = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(from), isValue: false });
  return pieces.filter((piece) => piece.text !== "");
}

/** As plain text. In right-to-left languages values keep their own direction between isolates. */
export function plain(pieces: readonly Piece[], isIsolated = false): string {
  return pieces.map(({ text, isValue }) => (isValue && isIsolated ? `\u2068${text}\u2069` : text)).join("");
}
