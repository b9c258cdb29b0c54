"use client";

import { useTranslations } from "next-intl";
import { FormField, useFieldProblem } from "@/components/forms/form-field";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

export const deliveredFields = ["userName", "server", "url", "note"] as const;

/** What staff tell of what they delivered. */
export function DeliveredFields({ userName }: { userName: string | null }) {
  const t = useTranslations("services");
  return (
    <>
      <FormField
        name="userName"
        label={t("access.userName")}
        defaultValue={userName ?? ""}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={80}
      />
      <FormField name="server" label={t("access.server")} autoComplete="off" maxLength={200} />
      <FormField name="url" type="url" label={t("access.url")} autoComplete="off" maxLength={300} />
      <NoteField label={t("actions.note")} help={t("actions.noteHelp")} />
    </>
  );
}

/** Several lines, in the words of whoever did it. */
export function NoteField({ label, help }: { label: string; help?: string }) {
  return (
    <Field name="note" label={label} help={help} error={useFieldProblem("note")}>
      <Textarea name="note" maxLength={2_000} />
    </Field>
  );
}
