"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { toast } from "@/components/ui/toast";
import { type ProductKind, productKinds } from "@/lib/catalog/rules/offer";
import { inLanguage, type Texts } from "@/lib/core/text/in-language";
import { LanguageTabs } from "./language-tabs";
import { ModuleSettings } from "./module-settings";
import { TextIn } from "./text-in";

export type EditedProduct = {
  id?: string;
  version?: number;
  groupId: string;
  slug: string;
  kind: ProductKind;
  name: Texts;
  tagline: Texts;
  description: Texts;
  taxClass: string;
  module: string | null;
  moduleSettings: Readonly<Record<string, string>>;
  asksHostName: boolean;
};

interface ProductFormProps {
  product: EditedProduct;
  groups: readonly { id: string; name: Texts }[];
  modules: readonly string[];
  language: string;
  action: FormAction<{ id: string }>;
}

/** What a product is called, where it stands, how it is taxed and delivered. */
export function ProductForm({ product, groups, modules, language, action }: ProductFormProps) {
  const t = useTranslations("catalog.product");
  const catalog = useTranslations("catalog");
  const kinds = useTranslations("catalog.kinds");
  const names = useTranslations("catalog.modules");
  const common = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  const [module, setModule] = useState(product.module ?? "");
  const isNew = product.id === undefined;

  function done({ id }: { id: string }) {
    toast.success(catalog("saved"));
    if (isNew) router.push(`/admin/products/${id}`);
    router.refresh();
  }

  return (
    <ActionForm
      action={action}
      onDone={done}
      fields={["productGroupId", "slug", "name", "tagline", "description", "taxClass"]}
    >
      {!isNew && (
        <>
          <input type="hidden" name="productId" value={product.id} />
          <input type="hidden" name="version" value={product.version} />
        </>
      )}
      <LanguageTabs first={language}>
        {(one) => (
          <>
            <TextIn name="name" language={one} label={t("name")} texts={product.name} most={80} />
            <TextIn
              name="tagline"
              language={one}
              label={t("tagline")}
              aside={common("optional")}
              help={t("taglineHelp")}
              texts={product.tagline}
              most={160}
            />
            <TextIn
              name="description"
              language={one}
              label={t("description")}
              aside={common("optional")}
              texts={product.description}
              most={5_000}
              rows={4}
            />
          </>
        )}
      </LanguageTabs>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormSelect
          name="productGroupId"
          label={t("group")}
          defaultValue={product.groupId}
          options={groups.map(({ id, name }) => ({ value: id, label: inLanguage(name, locale, language) }))}
        />
        <FormSelect
          name="kind"
          label={t("kind")}
          defaultValue={product.kind}
          options={productKinds.map((value) => ({ value, label: kinds(value) }))}
        />
        <FormField
          name="slug"
          label={catalog("slug")}
          help={catalog("slugHelp")}
          dir="ltr"
          defaultValue={product.slug}
          maxLength={60}
          autoComplete="off"
          required
        />
        <FormField
          name="taxClass"
          label={t("taxClass")}
          help={t("taxClassHelp")}
          dir="ltr"
          defaultValue={product.taxClass}
          maxLength={40}
          autoComplete="off"
          required
        />
      </div>
      <ChoiceField label={t("asksHostName")} help={t("asksHostNameHelp")}>
        <Checkbox name="asksHostName" uncheckedValue="off" defaultChecked={product.asksHostName} />
      </ChoiceField>
      <FormSelect
        name="module"
        label={t("module")}
        help={t("moduleHelp")}
        value={module}
        placeholder={t("noModule")}
        options={modules.map((id) => ({
          value: id,
          label: names.has(id as never) ? names(id as never) : id,
        }))}
        onChange={(event) => setModule(event.target.value)}
        className="sm:max-w-72"
      />
      {module !== "" && <ModuleSettings given={product.moduleSettings} help={t("settingsHelp")} />}
      <div className="flex justify-end">
        <SubmitButton>{isNew ? t("create") : common("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
