"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { PlanCard, type ShownPlan } from "@/components/store/plan-card";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { toast } from "@/components/ui/toast";
import { catalogStatuses, type OfferPrice } from "@/lib/catalog/rules/offer";
import { FeatureLines } from "./feature-lines";
import { LanguageTabs } from "./language-tabs";
import { ModuleSettings } from "./module-settings";
import { planIn } from "./plan-in-form";
import { TextIn } from "./text-in";

export type EditedPlan = ShownPlan & {
  id?: string;
  productId: string;
  version?: number;
  slug: string;
  status: (typeof catalogStatuses)[number];
  moduleSettings: Readonly<Record<string, string>>;
  perClientLimit: number | null;
  maxQuantity: number;
};

interface PlanFormProps {
  plan: EditedPlan;
  /** The company's language. */
  language: string;
  /** In the company's currency, as the preview shows them. */
  prices: readonly OfferPrice[];
  action: FormAction<{ id: string }>;
}

/** A plan's words, limits and place on the storefront, with the card that buyers will see beside it. */
export function PlanForm({ plan, language, prices, action }: PlanFormProps) {
  const t = useTranslations("catalog.plan");
  const status = useTranslations("catalog.status");
  const common = useTranslations("common");
  const catalog = useTranslations("catalog");
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<ShownPlan>(plan);

  // After the press has been told to the form's fields.
  function look() {
    requestAnimationFrame(() => {
      const form = box.current?.querySelector("form");
      if (form) setShown(planIn(new FormData(form)));
    });
  }

  function done({ id }: { id: string }) {
    toast.success(catalog("saved"));
    if (plan.id === undefined) router.push(`/admin/products/${plan.productId}/plans/${id}`);
    router.refresh();
  }

  return (
    <div ref={box} onChange={look} className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <ActionForm
        action={action}
        onDone={done}
        fields={["slug", "name", "tagline", "stock", "perClientLimit", "maxQuantity"]}
      >
        {plan.id === undefined ? (
          <input type="hidden" name="productId" value={plan.productId} />
        ) : (
          <>
            <input type="hidden" name="planId" value={plan.id} />
            <input type="hidden" name="version" value={plan.version} />
          </>
        )}
        <LanguageTabs first={language}>
          {(one) => (
            <>
              <TextIn name="name" language={one} label={t("name")} texts={plan.name} most={80} />
              <TextIn
                name="tagline"
                language={one}
                label={t("tagline")}
                aside={common("optional")}
                texts={plan.tagline}
                most={160}
              />
              <FeatureLines language={one} features={plan.features} />
            </>
          )}
        </LanguageTabs>
        <div className="grid gap-5 sm:grid-cols-2">
          <FormField
            name="slug"
            label={catalog("slug")}
            help={catalog("slugHelp")}
            dir="ltr"
            defaultValue={plan.slug}
            maxLength={60}
            autoComplete="off"
            required
          />
          <FormSelect
            name="status"
            label={catalog("statusLabel")}
            defaultValue={plan.status}
            options={catalogStatuses.map((value) => ({ value, label: status(value) }))}
          />
          <FormField
            name="stock"
            label={t("stock")}
            help={t("stockHelp")}
            aside={common("optional")}
            type="number"
            min={0}
            defaultValue={plan.stock ?? ""}
          />
          <FormField
            name="perClientLimit"
            label={t("perClientLimit")}
            help={t("perClientLimitHelp")}
            aside={common("optional")}
            type="number"
            min={1}
            defaultValue={plan.perClientLimit ?? ""}
          />
          <FormField
            name="maxQuantity"
            label={t("maxQuantity")}
            help={t("maxQuantityHelp")}
            type="number"
            min={1}
            defaultValue={plan.maxQuantity}
          />
        </div>
        <ChoiceField label={t("isHighlighted")} help={t("isHighlightedHelp")}>
          <Checkbox name="isHighlighted" uncheckedValue="off" defaultChecked={plan.isHighlighted} />
        </ChoiceField>
        <ModuleSettings given={plan.moduleSettings} help={t("settingsHelp")} />
        <div className="flex justify-end">
          <SubmitButton>{plan.id === undefined ? t("create") : common("save")}</SubmitButton>
        </div>
      </ActionForm>
      <aside
        aria-label={catalog("preview")}
        className="grid gap-2 lg:sticky lg:top-20"
        data-scale="comfortable"
      >
        <p className="font-medium text-sm text-subtle">{catalog("preview")}</p>
        <PlanCard
          plan={Object.keys(shown.name).length > 0 ? shown : { ...shown, name: { [language]: t("name") } }}
          language={language}
          price={prices.find(({ cycle }) => cycle !== "once") ?? prices[0]}
          prices={prices}
          level={3}
        />
      </aside>
    </div>
  );
}
