"use client";

import { useLocale, useTranslations } from "next-intl";
import { FormField, FormSelect, useFieldProblem } from "@/components/forms/form-field";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { OfferField } from "@/lib/catalog/rules/offer";
import { inLanguage } from "@/lib/core/text/in-language";

/** A question of the product's, as its kind wants it. */
export function QuestionField({ field, language }: { field: OfferField; language: string }) {
  const t = useTranslations("store");
  const common = useTranslations("common");
  const locale = useLocale();
  const name = `fields.${field.key}`;
  const problem = useFieldProblem(name);
  const shared = {
    name,
    label: inLanguage(field.label, locale, language),
    help: inLanguage(field.help, locale, language) || undefined,
    aside: field.isRequired ? undefined : common("optional"),
  };

  switch (field.kind) {
    case "long_text":
      return (
        <Field {...shared} error={problem}>
          <Textarea name={name} maxLength={5_000} />
        </Field>
      );
    case "number":
      return <FormField {...shared} inputMode="decimal" dir="ltr" autoComplete="off" />;
    case "date":
      return <FormField {...shared} type="date" />;
    case "yes_no":
      return (
        <FormSelect
          {...shared}
          placeholder={t("open")}
          options={[
            { value: "true", label: t("yes") },
            { value: "false", label: t("no") },
          ]}
        />
      );
    case "choice":
      return (
        <FormSelect
          {...shared}
          placeholder={t("open")}
          options={field.choices.map((value) => ({ value, label: value }))}
        />
      );
    default:
      return <FormField {...shared} maxLength={500} autoComplete="off" />;
  }
}
