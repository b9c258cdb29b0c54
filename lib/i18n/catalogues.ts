import "server-only";
import type { Locale } from "@/lib/i18n/locales";

type Messages = typeof import("@/messages/en.json");

/** The messages of each language; one that nobody asks for is never read. */
export const catalogues: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import("@/messages/en.json"),
  de: () => import("@/messages/de.json"),
  ar: () => import("@/messages/ar.json"),
};
