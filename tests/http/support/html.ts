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

function decoded(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Fields and hidden fields of the first form whose fields include `field`, as a browser without scripts would send them. */
export function formFields(html: string, field: string): Record<string, string> {
  for (const [, inner = ""] of html.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)) {
    const inputs = [...tags(inner, "input"), ...tags(inner, "textarea"), ...tags(inner, "select")];
    const named = inputs.filter(({ attributes }) => attributes.name !== undefined);
    if (!named.some(({ attributes }) => attributes.name === field)) continue;
    return Object.fromEntries(named.map(({ attributes }) => [attributes.name, attributes.value ?? ""]));
  }
  throw new Error(`There is no form with a field ${field}.`);
}
