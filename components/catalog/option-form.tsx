"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { toast } from "@/components/ui/toast";
import { type OptionKind, optionKinds } from "@/lib/catalog/rules/offer";
import type { Texts } from "@/lib/core/text/in-language";
import { ChoicesEditor } from "./choices-editor";
import { LanguageTabs } from "./language-tabs";
import { TextIn } from "./text-in";

export type EditedOption = {
  id?: string;
  version?: number;
  productId: string;
  key: string;
  kind: OptionKind;
  name: Texts;
  help: Texts;
  unit: Texts;
  minimum: number;
  maximum: number;
  step: number;
  choices: readonly { key: string; name: Texts; isDefault: boolean }[];
};

interface OptionFormProps {
  option: EditedOption;
  language: string;
  action: FormAction<{ id: string }>;
}

/** What buyers can configure. Its prices come after it is there, a grid for each choice. */
export function OptionForm({ option, language, action }: OptionFormProps) {
  const t = useTranslations("catalog.option");
  const kinds = useTranslations("catalog.optionKinds");
  const catalog = useTranslations("catalog");
  const common = useTranslations("common");
  const router = useRouter();
  const [kind, setKind] = useState(option.kind);
  const isNew = option.id === undefined;

  function done({ id }: { id: string }) {
    toast.success(catalog("saved"));
    if (isNew) router.push(`/admin/products/${option.productId}/options/${id}`);
    router.refresh();
  }

  return (
    <ActionForm
      action={action}
      onDone={done}
      fields={["key", "name", "help", "unit", "minimum", "maximum", "step", "choices"]}
    >
      {isNew ? (
        <>
          <input type="hidden" name="productId" value={option.productId} />
          <div className="grid gap-5 sm:grid-cols-2">
            <FormSelect
              name="kind"
              label={t("kind")}
              help={t(`kindHelp.${kind}`)}
              value={kind}
              options={optionKinds.map((value) => ({ value, label: kinds(value) }))}
              onChange={(event) => setKind(event.target.value as OptionKind)}
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
          <input type="hidden" name="optionId" value={option.id} />
          <input type="hidden" name="version" value={option.version} />
        </>
      )}
      <LanguageTabs first={language}>
        {(one) => (
          <>
            <TextIn name="name" language={one} label={t("name")} texts={option.name} most={80} />
            <TextIn
              name="help"
              language={one}
              label={t("help")}
              aside={common("optional")}
              texts={option.help}
              most={300}
            />
            {kind === "QUANTITY" && (
              <TextIn
                name="unit"
                language={one}
                label={t("unit")}
                help={t("unitHelp")}
                aside={common("optional")}
                texts={option.unit}
                most={40}
              />
            )}
          </>
        )}
      </LanguageTabs>
      {kind === "QUANTITY" && (
        <div className="grid gap-5 sm:grid-cols-3">
          <FormField
            name="minimum"
            label={t("minimum")}
            type="number"
            min={0}
            defaultValue={option.minimum}
          />
          <FormField
            name="maximum"
            label={t("maximum")}
            type="number"
            min={1}
            defaultValue={option.maximum}
          />
          <FormField name="step" label={t("step")} type="number" min={1} defaultValue={option.step} />
        </div>
      )}
      {kind === "CHOICE" && <ChoicesEditor given={option.choices} />}
      <div className="flex justify-end">
        <SubmitButton>{isNew ? t("create") : common("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
