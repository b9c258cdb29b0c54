/** The text in a language; else English, else any, else what stands in. */
export function inLanguage(
  texts: Readonly<Record<string, string>>,
  locale: string,
  fallback: string,
): string {
  return texts[locale] || texts.en || Object.values(texts).find(Boolean) || fallback;
}
