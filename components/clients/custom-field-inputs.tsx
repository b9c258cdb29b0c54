"use client";

import { useLocale, useTranslations } from "next-intl";
import { FormField, FormSelect, useFieldProblem } from "@/components/forms/form-field";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { FieldKind } from "@/lib/clients/rules/custom-fields";
import { inLanguage } from "./in-language";

export type Question = {
  key: string;
  kind: FieldKind;
  label: Readonly<Record<string, string>>;
  help: Readonly<Record<string, string>>;
  choices: readonly { value: string; label: Readonly<Record<string, string>> }[];
  isRequired: boolean;
};

export type Answers = Readonly<Record<string, string | number | boolean | null>>;

/** The company's own questions, each as its kind wants it. */
export function CustomFieldInputs({
  questions,
  answers,
}: {
  questions: readonly Question[];
  answers: Answers;
}) {
  return questions.map((question) => (
    <CustomFieldInput key={question.key} question={question} answer={answers[question.key] ?? null} />
  ));
}

function CustomFieldInput({
  question,
  answer,
}: {
  question: Question;
  answer: string | number | boolean | null;
}) {
  const t = useTranslations("clients.questions");
  const common = useTranslations("common");
  const locale = useLocale();
  const name = `customValues.${question.key}`;
  const problem = useFieldProblem(name);
  const shared = {
    name,
    label: inLanguage(question.label, locale, question.key),
    help: inLanguage(question.help, locale, "") || undefined,
    aside: question.isRequired ? undefined : common("optional"),
  };
  const text = answer === null ? "" : String(answer);

  switch (question.kind) {
    case "long_text":
      return (
        <Field {...shared} error={problem}>
          <Textarea name={name} defaultValue={text} maxLength={20_000} />
        </Field>
      );
    case "number":
      return <FormField {...shared} inputMode="decimal" dir="ltr" defaultValue={text} />;
    case "date":
      return <FormField {...shared} type="date" defaultValue={text} />;
    case "yes_no":
      return (
        <FormSelect
          {...shared}
          defaultValue={answer === null ? "" : answer ? "true" : "false"}
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
          defaultValue={text}
          placeholder={t("open")}
          options={question.choices.map(({ value, label }) => ({
            value,
            label: inLanguage(label, locale, value),
          }))}
        />
      );
    default:
      return <FormField {...shared} defaultValue={text} maxLength={500} autoComplete="off" />;
  }
}
