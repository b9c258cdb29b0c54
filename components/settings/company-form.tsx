"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { toast } from "@/components/ui/toast";

type Choice = { value: string; label: string };

interface CompanyFormProps {
  company: {
    version: number;
    name: string;
    legalName: string | null;
    country: string;
    currency: string;
    language: string;
    timeZone: string;
    taxNumber: string | null;
    registrationNumber: string | null;
    line1: string | null;
    line2: string | null;
    city: string | null;
    region: string | null;
    postalCode: string | null;
    phone: string | null;
    email: string | null;
  };
  action: FormAction<{ version: number }>;
  countries: readonly Choice[];
  languages: readonly Choice[];
  timeZones: readonly Choice[];
}

const contactFields = ["line1", "line2", "postalCode", "city", "region", "email", "phone"] as const;
const fields = [
  "name",
  "legalName",
  "taxNumber",
  "registrationNumber",
  ...contactFields,
  "country",
  "language",
  "timeZone",
];
const lengths = {
  line1: 120,
  line2: 120,
  postalCode: 20,
  city: 80,
  region: 80,
  email: 254,
  phone: 40,
} as const;
const completes = {
  line1: "address-line1",
  line2: "address-line2",
  postalCode: "postal-code",
  city: "address-level2",
  region: "address-level1",
  email: "email",
  phone: "tel",
} as const;

/** The company's legal identity and the defaults of what it writes. */
export function CompanyForm({ company, action, countries, languages, timeZones }: CompanyFormProps) {
  const t = useTranslations("settings.company");
  const common = useTranslations("common");
  const router = useRouter();
  // The version that this form knows: its own answer's, so that it can be saved again at once. What others save meanwhile
  // stays unknown to it, and is refused as stale rather than overwritten.
  const [version, setVersion] = useState(company.version);

  function finish(saved: { version: number }) {
    setVersion(saved.version);
    toast.success(t("saved"));
    router.refresh();
  }

  return (
    <ActionForm action={action} onDone={finish} fields={fields}>
      <input type="hidden" name="version" value={version} />
      <Card>
        <CardHeader title={t("identity")} />
        <CardBody className="grid gap-5">
          <FormField
            name="name"
            label={t("name")}
            help={t("nameHelp")}
            defaultValue={company.name}
            maxLength={80}
            required
          />
          <FormField
            name="legalName"
            label={t("legalName")}
            aside={common("optional")}
            help={t("legalNameHelp")}
            defaultValue={company.legalName ?? ""}
            maxLength={160}
          />
          <FormField
            name="taxNumber"
            dir="ltr"
            label={t("taxNumber")}
            aside={common("optional")}
            defaultValue={company.taxNumber ?? ""}
            maxLength={40}
          />
          <FormField
            name="registrationNumber"
            dir="ltr"
            label={t("registrationNumber")}
            aside={common("optional")}
            help={t("registrationNumberHelp")}
            defaultValue={company.registrationNumber ?? ""}
            maxLength={60}
          />
        </CardBody>
        <CardHeader title={t("contact")} description={t("contactHelp")} className="border-t" />
        <CardBody className="grid gap-5 sm:grid-cols-2">
          {contactFields.map((name) => (
            <FormField
              key={name}
              name={name}
              type={name === "email" ? "email" : name === "phone" ? "tel" : "text"}
              dir={name === "email" || name === "phone" ? "ltr" : "auto"}
              label={t(name)}
              aside={common("optional")}
              defaultValue={company[name] ?? ""}
              maxLength={lengths[name]}
              autoComplete={completes[name]}
              className={name === "line1" || name === "line2" ? "sm:col-span-2" : undefined}
            />
          ))}
          <FormSelect
            name="country"
            label={t("country")}
            defaultValue={company.country}
            options={countries}
          />
        </CardBody>
        <CardHeader title={t("defaults")} className="border-t" />
        <CardBody className="grid gap-5">
          <FormSelect
            name="language"
            label={t("language")}
            help={t("languageHelp")}
            defaultValue={company.language}
            options={languages}
          />
          <FormSelect
            name="timeZone"
            label={t("timeZone")}
            help={t("timeZoneHelp")}
            defaultValue={company.timeZone}
            options={timeZones}
          />
          <KeyValueList layout="stack">
            <KeyValue label={t("currency")}>
              {company.currency} <span className="text-subtle">{t("currencyHelp")}</span>
            </KeyValue>
          </KeyValueList>
        </CardBody>
        <CardFooter>
          <SubmitButton>{t("save")}</SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
