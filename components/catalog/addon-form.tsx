"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { toast } from "@/components/ui/toast";
import type { Texts } from "@/lib/core/text/in-language";
import { LanguageTabs } from "./language-tabs";
import { TextIn } from "./text-in";

export type EditedAddon = {
  id?: string;
  version?: number;
  slug: string;
  name: Texts;
  description: Texts;
  taxClass: string;
};

interface AddonFormProps {
  addon: EditedAddon;
  language: string;
  action: FormAction<{ id: string }>;
}

/** Something sold along with products. Its prices come after it is there. */
export function AddonForm({ addon, language, action }: AddonFormProps) {
  const t = useTranslations("catalog.addon");
  const product = useTranslations("catalog.product");
  const catalog = useTranslations("catalog");
  const common = useTranslations("common");
  const router = useRouter();
  const isNew = addon.id === undefined;

  function done({ id }: { id: string }) {
    toast.success(catalog("saved"));
    if (isNew) router.push(`/admin/products/add-ons/${id}`);
    router.refresh();
  }

  return (
    <ActionForm action={action} onDone={done} fields={["slug", "name", "description", "taxClass"]}>
      {!isNew && (
        <>
          <input type="hidden" name="addonId" value={addon.id} />
          <input type="hidden" name="version" value={addon.version} />
        </>
      )}
      <LanguageTabs first={language}>
        {(one) => (
          <>
            <TextIn name="name" language={one} label={t("name")} texts={addon.name} most={80} />
            <TextIn
              name="description"
              language={one}
              label={t("description")}
              aside={common("optional")}
              texts={addon.description}
              most={300}
            />
          </>
        )}
      </LanguageTabs>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField
          name="slug"
          label={catalog("slug")}
          help={catalog("slugHelp")}
          dir="ltr"
          defaultValue={addon.slug}
          maxLength={60}
          autoComplete="off"
          required
        />
        <FormField
          name="taxClass"
          label={product("taxClass")}
          help={product("taxClassHelp")}
          dir="ltr"
          defaultValue={addon.taxClass}
          maxLength={40}
          autoComplete="off"
          required
        />
      </div>
      <div className="flex justify-end">
        <SubmitButton>{isNew ? t("create") : common("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
