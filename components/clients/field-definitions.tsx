"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { SubmitButton } from "@/components/forms/submit-button";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { type FieldKind, fieldKinds } from "@/lib/clients/rules/custom-fields";
import { ChoicesField } from "./choices-field";
import { inLanguage } from "./in-language";

type Texts = Readonly<Record<string, string>>;
type Definition = {
  id: string;
  key: string;
  kind: FieldKind;
  label: Texts;
  choices: readonly { value: string; label: Texts }[];
  isRequired: boolean;
  isVisibleToClient: boolean;
  position: number;
  retiredAt: Date | null;
  version: number;
};
type Choice = { value: string; label: string };

interface FieldDefinitionsProps {
  fields: readonly Definition[];
  languages: readonly Choice[];
  create: FormAction<unknown>;
  update: FormAction<unknown>;
}

/** The company's own questions about clients: their order, words, and who answers them. */
export function FieldDefinitions({ fields, languages, create, update }: FieldDefinitionsProps) {
  const t = useTranslations("clients.fields");
  const locale = useLocale();
  const text = useProblemText();
  const router = useRouter();
  const [editing, setEditing] = useState<string>();

  async function change({ id, version }: Definition, values: Record<string, string | number>) {
    const { error } = await runAction(update, { fieldId: id, version, ...values });
    if (error) toast.error(text.refusal(error));
    router.refresh();
  }

  return (
    <>
      <Card>
        <CardBody className="pt-4">
          {fields.length === 0 && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
          <ol className="divide-y">
            {fields.map((field, index) => {
              const name = inLanguage(field.label, locale, field.key);
              const [above, below] = [fields[index - 1], fields[index + 1]];
              return (
                <li key={field.id} className="grid gap-3 py-3 first:pt-0 last:pb-0">
                  <div className="flex flex-wrap items-center gap-3">
                    <span className="grid min-w-0 flex-1 gap-0.5">
                      <span className="flex flex-wrap items-center gap-2 font-medium">
                        <bdi>{name}</bdi>
                        {field.retiredAt && <Badge tone="neutral">{t("retired")}</Badge>}
                      </span>
                      <span className="text-sm text-subtle">
                        {[
                          t(`kinds.${field.kind}`),
                          ...(field.isRequired ? [t("required")] : []),
                          ...(field.isVisibleToClient ? [t("visible")] : []),
                        ].join(" · ")}
                      </span>
                    </span>
                    <IconButton
                      size="sm"
                      label={t("up", { name })}
                      icon={<ArrowUp aria-hidden="true" />}
                      disabled={!above}
                      onClick={() => above && change(field, { position: above.position })}
                    />
                    <IconButton
                      size="sm"
                      label={t("down", { name })}
                      icon={<ArrowDown aria-hidden="true" />}
                      disabled={!below}
                      onClick={() => below && change(field, { position: below.position })}
                    />
                    <Button
                      type="button"
                      size="sm"
                      onClick={() => setEditing(editing === field.id ? undefined : field.id)}
                    >
                      {t("edit")}
                    </Button>
                    <Button
                      type="button"
                      size="sm"
                      variant="ghost"
                      onClick={() => change(field, { isRetired: field.retiredAt ? "off" : "on" })}
                    >
                      {t(field.retiredAt ? "bringBack" : "retire")}
                    </Button>
                  </div>
                  {editing === field.id && (
                    <DefinitionForm
                      key={field.version}
                      field={field}
                      languages={languages}
                      action={update}
                      onDone={() => setEditing(undefined)}
                    />
                  )}
                </li>
              );
            })}
          </ol>
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t("new")} />
        <CardBody>
          <DefinitionForm key={fields.length} languages={languages} action={create} />
        </CardBody>
      </Card>
    </>
  );
}

interface DefinitionFormProps {
  field?: Definition;
  languages: readonly Choice[];
  action: FormAction<unknown>;
  onDone?: () => void;
}

function DefinitionForm({ field, languages, action, onDone }: DefinitionFormProps) {
  const t = useTranslations("clients.fields");
  const common = useTranslations("common");
  const router = useRouter();
  const [kind, setKind] = useState<FieldKind>(field?.kind ?? "text");

  function done() {
    toast.success(t("saved"));
    onDone?.();
    router.refresh();
  }

  return (
    <ActionForm action={action} onDone={done} fields={["key", "kind", "label", "choices"]}>
      {field ? (
        <>
          <input type="hidden" name="fieldId" value={field.id} />
          <input type="hidden" name="version" value={field.version} />
        </>
      ) : (
        <div className="grid gap-5 sm:grid-cols-2">
          <FormField
            name="key"
            label={t("key")}
            help={t("keyHelp")}
            dir="ltr"
            maxLength={40}
            autoComplete="off"
            required
          />
          <FormSelect
            name="kind"
            label={t("kind")}
            defaultValue={kind}
            options={fieldKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={(event) => setKind(event.target.value as FieldKind)}
          />
        </div>
      )}
      <div className="grid gap-5 sm:grid-cols-3">
        {languages.map(({ value, label }) => (
          <FormField
            key={value}
            name={`label.${value}`}
            label={t("labelIn", { language: label })}
            lang={value}
            dir="auto"
            defaultValue={field?.label[value] ?? ""}
            maxLength={200}
            autoComplete="off"
          />
        ))}
      </div>
      {kind === "choice" && <ChoicesField given={field?.choices ?? []} />}
      <div className="grid gap-2.5 sm:grid-cols-2">
        <ChoiceField label={t("isRequired")}>
          <Checkbox name="isRequired" uncheckedValue="off" defaultChecked={field?.isRequired ?? false} />
        </ChoiceField>
        <ChoiceField label={t("isVisible")} help={t("isVisibleHelp")}>
          <Checkbox
            name="isVisibleToClient"
            uncheckedValue="off"
            defaultChecked={field?.isVisibleToClient ?? false}
          />
        </ChoiceField>
      </div>
      <div className="flex justify-end">
        <SubmitButton>{field ? common("save") : t("add")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
