"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Texts } from "@/lib/core/text/in-language";
import { directionOf, type Locale } from "@/lib/i18n/locales";

/** What a comparison shows, a line for each: the same line in each language belongs together. */
export function FeatureLines({ language, features }: { language: Locale; features: readonly Texts[] }) {
  const t = useTranslations("catalog.plan");
  const [typed, setTyped] = useState(() =>
    features
      .map((texts) => texts[language] ?? "")
      .join("\n")
      .trimEnd(),
  );
  const lines = typed === "" ? [] : typed.split("\n").slice(0, 40);

  return (
    <>
      <Field label={t("features")} help={t("featuresHelp")}>
        <Textarea
          rows={5}
          lang={language}
          dir={directionOf(language)}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
        <input key={index} type="hidden" name={`features[${index}].${language}`} value={line} />
      ))}
    </>
  );
}
