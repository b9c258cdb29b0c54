"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { FormDialog } from "@/components/people/form-dialog";

export type TaxRule = {
  id: string;
  version: number;
  name: string;
  country: string;
  region: string | null;
  taxClass: string | null;
  rate: string;
  validFrom: string;
  validUntil: string | null;
};

interface TaxRuleDialogProps {
  /** Absent for a new one. */
  rule: TaxRule | undefined;
  countries: readonly { value: string; label: string }[];
  today: string;
  action: FormAction<unknown>;
  onClose: () => void;
}

export function TaxRuleDialog({ rule, countries, today, action, onClose }: TaxRuleDialogProps) {
  const t = useTranslations("taxRules");
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={rule ? t("edit") : t("new")}
      action={action}
      hidden={rule ? { taxRuleId: rule.id, version: rule.version } : {}}
      fields={["name", "country", "region", "taxClass", "rate", "validFrom", "validUntil"]}
      submit={t("save")}
      done={t("saved")}
    >
      <FormSelect
        name="country"
        label={t("country")}
        options={countries}
        defaultValue={rule?.country ?? "DE"}
      />
      <div className="grid grid-cols-2 gap-4">
        <FormField name="name" label={t("name")} defaultValue={rule?.name ?? "VAT"} maxLength={60} required />
        <FormField
          name="rate"
          label={t("rate")}
          defaultValue={rule?.rate}
          inputMode="decimal"
          dir="ltr"
          required
        />
      </div>
      <div className="grid grid-cols-2 gap-4">
        <FormField
          name="region"
          label={t("region")}
          help={t("regionHelp")}
          defaultValue={rule?.region ?? ""}
          dir="ltr"
        />
        <FormField
          name="taxClass"
          label={t("taxClass")}
          help={t("taxClassHelp")}
          defaultValue={rule?.taxClass ?? ""}
          dir="ltr"
        />
      </div>
      <div className="grid grid-cols-2 gap-4">
        <FormField
          name="validFrom"
          type="date"
          label={t("validFrom")}
          defaultValue={rule?.validFrom ?? today}
          required
        />
        <FormField
          name="validUntil"
          type="date"
          label={t("validUntil")}
          defaultValue={rule?.validUntil ?? ""}
        />
      </div>
    </FormDialog>
  );
}
