"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type Locale, locales } from "@/lib/i18n/locales";
import { cn } from "@/lib/ui/cn";

interface LanguageTabsProps {
  /** The language that people write first. */
  first: string;
  children: (language: Locale) => ReactNode;
}

/** The same fields in each language, one language in sight; all of them are sent. */
export function LanguageTabs({ first, children }: LanguageTabsProps) {
  const t = useTranslations("catalog");
  const [shown, setShown] = useState(first);

  return (
    <div className="grid gap-4">
      <div role="tablist" aria-label={t("languages")} className="flex gap-1 border-b">
        {locales.map(({ locale, name }) => (
          <button
            key={locale}
            type="button"
            role="tab"
            lang={locale}
            aria-selected={shown === locale}
            onClick={() => setShown(locale)}
            className={cn(
              "-mb-px h-9 cursor-pointer border-transparent border-b-2 px-2.5 text-base text-muted transition-colors hover:text-text",
              shown === locale && "border-text font-medium text-text",
            )}
          >
            {name}
          </button>
        ))}
      </div>
      {locales.map(({ locale, name }) => (
        <div key={locale} role="tabpanel" aria-label={name} hidden={shown !== locale} className="grid gap-4">
          {children(locale)}
        </div>
      ))}
    </div>
  );
}
