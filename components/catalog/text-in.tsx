"use client";

import { useFieldProblem } from "@/components/forms/form-field";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Texts } from "@/lib/core/text/in-language";
import { directionOf, type Locale } from "@/lib/i18n/locales";

interface TextInProps {
  /** Name of the text; the language is added. */
  name: string;
  language: Locale;
  label: string;
  help?: string;
  aside?: string;
  texts: Texts;
  most: number;
  rows?: number;
}

/** One text in one language, written in that language's direction. */
export function TextIn({ name, language, label, help, aside, texts, most, rows }: TextInProps) {
  const path = `${name}.${language}`;
  const own = useFieldProblem(path);
  const whole = useFieldProblem(name);
  const shared = {
    lang: language,
    dir: directionOf(language),
    maxLength: most,
    defaultValue: texts[language] ?? "",
  };
  const field = { name: path, label, help, aside, error: own ?? whole };
  return rows === undefined ? (
    <Field {...field} {...shared} autoComplete="off" />
  ) : (
    <Field {...field}>
      <Textarea name={path} rows={rows} {...shared} />
    </Field>
  );
}
