import type { Words } from "@/lib/mail/document/content";
import type { TemplateName } from "@/lib/mail/rules/templates";
import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import en from "@/messages/en.json";

export type MailLanguage = "en" | "de" | "ar";

type Text = { subject: string; heading: string; body: string; action?: string; note?: string };

const catalogues = { en: en.mail, de: de.mail, ar: ar.mail };

/**
 * The product's own words for a template. In the message files a variable stands in single braces, as in every message; templates
 * write it with two.
 */
export function defaultWords(template: TemplateName, language: MailLanguage): Words {
  const { subject, heading, body, action, note } = catalogues[language].texts[template] as Text;
  const written = (text: string) => text.replace(/\{(\w+)\}/g, "{{$1}}");
  return {
    subject: written(subject),
    heading: written(heading),
    body: written(body),
    action: action === undefined ? null : written(action),
    note: note === undefined ? null : written(note),
  };
}

/** What surrounds every mail. */
export function layoutTexts(language: MailLanguage) {
  const { linkFallback, reason, taxNumber } = catalogues[language].layout;
  return {
    linkFallback,
    reason: reason.replace("{companyName}", "{{companyName}}"),
    taxNumber: (number: string) => taxNumber.replace("{number}", () => number),
  };
}

/** Words for values that are one of a few. */
export function valueWord(word: string, language: MailLanguage): string {
  const words: Record<string, string> = catalogues[language].words;
  return words[word] ?? word;
}
