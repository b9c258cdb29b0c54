import { useLocale, useTranslations } from "next-intl";
import { LanguageMenu } from "@/components/shell/language-menu";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { locales } from "@/lib/i18n/locales";

/** Language and theme, for every frame. */
export function Preferences({ onChooseLanguage }: { onChooseLanguage: (locale: string) => Promise<void> }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  return (
    <>
      <LanguageMenu label={t("language")} languages={locales} current={locale} onChoose={onChooseLanguage} />
      <ThemeToggle labels={{ theme: t("theme"), light: t("light"), dark: t("dark"), system: t("system") }} />
    </>
  );
}
