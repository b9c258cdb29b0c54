"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldProblem } from "@/components/forms/form-field";
import { Field } from "@/components/ui/field";

type Given = readonly { value: string; label: Readonly<Record<string, string>> }[];

/** Choices of a question, typed with commas between them; those that were there keep their words in each language. */
export function ChoicesField({ given }: { given: Given }) {
  const t = useTranslations("clients.fields");
  const [typed, setTyped] = useState(given.map(({ value }) => value).join(", "));
  const values = [...new Set(typed.split(",").map((value) => value.trim()))].filter(Boolean);

  return (
    <>
      <Field
        label={t("choices")}
        help={t("choicesHelp")}
        error={useFieldProblem("choices")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
      />
      {values.map((value, index) => (
        <span key={value} hidden>
          <input type="hidden" name={`choices[${index}].value`} value={value} />
          {Object.entries(given.find((choice) => choice.value === value)?.label ?? {}).map(
            ([language, text]) => (
              <input key={language} type="hidden" name={`choices[${index}].label.${language}`} value={text} />
            ),
          )}
        </span>
      ))}
    </>
  );
}
