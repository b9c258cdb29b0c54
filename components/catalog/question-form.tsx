"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect, useFieldProblem } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { type FieldKind, fieldKinds } from "@/lib/clients/rules/custom-fields";
import type { Texts } from "@/lib/core/text/in-language";
import { LanguageTabs } from "./language-tabs";
import { TextIn } from "./text-in";

export type EditedQuestion = {
  id?: string;
  version?: number;
  productId: string;
  key: string;
  kind: FieldKind;
  label: Texts;
  help: Texts;
  choices: readonly string[];
  isRequired: boolean;
};

interface QuestionFormProps {
  question: EditedQuestion;
  language: string;
  action: FormAction<{ id: string }>;
}

/** A question that buyers of a product are asked. */
export function QuestionForm({ question, language, action }: QuestionFormProps) {
  const t = useTranslations("catalog.question");
  const kinds = useTranslations("clients.fields.kinds");
  const catalog = useTranslations("catalog");
  const common = useTranslations("common");
  const router = useRouter();
  const [kind, setKind] = useState(question.kind);
  const isNew = question.id === undefined;

  function done() {
    toast.success(catalog("saved"));
    router.push(`/admin/products/${question.productId}?tab=questions`);
    router.refresh();
  }

  return (
    <ActionForm action={action} onDone={done} fields={["key", "label", "help", "choices"]}>
      {isNew ? (
        <>
          <input type="hidden" name="productId" value={question.productId} />
          <div className="grid gap-5 sm:grid-cols-2">
            <FormSelect
              name="kind"
              label={t("kind")}
              value={kind}
              options={fieldKinds.map((value) => ({ value, label: kinds(value) }))}
              onChange={(event) => setKind(event.target.value as FieldKind)}
            />
            <FormField
              name="key"
              label={t("key")}
              help={t("keyHelp")}
              dir="ltr"
              maxLength={40}
              autoComplete="off"
              required
            />
          </div>
        </>
      ) : (
        <>
          <input type="hidden" name="productFieldId" value={question.id} />
          <input type="hidden" name="version" value={question.version} />
        </>
      )}
      <LanguageTabs first={language}>
        {(one) => (
          <>
            <TextIn name="label" language={one} label={t("label")} texts={question.label} most={120} />
            <TextIn
              name="help"
              language={one}
              label={t("help")}
              aside={common("optional")}
              texts={question.help}
              most={300}
            />
          </>
        )}
      </LanguageTabs>
      {kind === "choice" && <AnswerLines given={question.choices} />}
      <ChoiceField label={t("isRequired")}>
        <Checkbox name="isRequired" uncheckedValue="off" defaultChecked={question.isRequired} />
      </ChoiceField>
      <div className="flex justify-end">
        <SubmitButton>{isNew ? t("create") : common("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function AnswerLines({ given }: { given: readonly string[] }) {
  const t = useTranslations("catalog.question");
  const [typed, setTyped] = useState(given.join("\n"));
  const lines = typed.split("\n").slice(0, 100);
  return (
    <>
      <Field label={t("choices")} help={t("choicesHelp")} error={useFieldProblem("choices")}>
        <Textarea rows={4} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
        <input key={index} type="hidden" name={`choices[${index}]`} value={line} />
      ))}
    </>
  );
}
