/** Just enough HTML for looking at our own pages' answers. */

export type Tag = { name: string; attributes: Record<string, string> };

/** Start tags of a name, outside comments. */
export function tags(html: string, name: string): Tag[] {
  const found: Tag[] = [];
  for (const [, text = ""] of html.matchAll(new RegExp(`<${name}(\\s[^>]*)?>`, "gi"))) {
    found.push({ name, attributes: attributesOf(text) });
  }
  return found;
}

export function attributesOf(text: string): Record<string, string> {
  const pattern = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
  return Object.fromEntries(
    [...text.matchAll(pattern)].map(([, name = "", double, single, bare]) => [
      name.toLowerCase(),
      decoded(double ?? single ?? bare ?? ""),
    ]),
  );
}

/** Text as it is shown: without the entities that stand for signs. */
export function decoded(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
