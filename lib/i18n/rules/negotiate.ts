/**
 * The language of `offered` that a browser's Accept-Language header prefers, or undefined. Regions do not matter: `de-AT` is
 * served in German. At most 20 entries of the header are read.
 */
export function negotiate<Offered extends string>(
  header: string | null | undefined,
  offered: readonly Offered[],
): Offered | undefined {
  const wanted = (header ?? "")
    .slice(0, 500)
    .split(",", 20)
    .map((entry, position) => ({ ...readEntry(entry), position }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position);

  for (const { language } of wanted) {
    const match = offered.find((one) => one === language);
    if (match) return match;
  }
  return undefined;
}

function readEntry(entry: string): { language: string; weight: number } {
  const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
  const quality = parameters
    .map((parameter) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(parameter)?.[1])
    .find(Boolean);
  return { language: tag.split("-")[0] ?? "", weight: quality === undefined ? 1 : Number(quality) };
}
