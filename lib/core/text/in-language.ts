/** Languages that the product speaks. Apart from the schemas, so that the browser reads texts without them. */
export const languages = ["en", "de", "ar"] as const;

export type Texts = Partial<Record<(typeof languages)[number], string>>;

/** A text in the language asked for, else in the company's, else in any. Empty when nobody wrote one. */
export function inLanguage(texts: Texts, language: string, fallback = "en"): string {
  const byLanguage = texts as Record<string, string | undefined>;
  return byLanguage[language] ?? byLanguage[fallback] ?? Object.values(texts)[0] ?? "";
}
