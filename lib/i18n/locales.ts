import type { languages } from "@/lib/core/text";

export type Locale = (typeof languages)[number];

/** Languages of the interface, each named in itself. */
export const locales: readonly { locale: Locale; name: string; dir: "ltr" | "rtl" }[] = [
  { locale: "en", name: "English", dir: "ltr" },
  { locale: "de", name: "Deutsch", dir: "ltr" },
  { locale: "ar", name: "العربية", dir: "rtl" },
];

export const fallbackLocale: Locale = "en";

/** Remembers the language that a visitor chose. */
export const localeCookie = "panel1_language";

export function isLocale(text: unknown): text is Locale {
  return locales.some(({ locale }) => locale === text);
}

export function directionOf(locale: string): "ltr" | "rtl" {
  return locales.find((known) => known.locale === locale)?.dir ?? "ltr";
}
