"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import type { Money } from "@/lib/core/money/money";
import { type AddressDraft, AddressFields, type AddressForm } from "./address-fields";
import { CreditLimitField } from "./credit-limit-field";
import { type Answers, CustomFieldInputs, type Question } from "./custom-field-inputs";
import { TagField } from "./tag-field";

type Choice = { value: string; label: string };

export type ClientDraft = AddressDraft & {
  id?: string;
  version?: number;
  kind: string;
  name: string;
  companyName: string | null;
  email: string;
  currency: string;
  language: string | null;
  phone: string | null;
  taxNumber: string | null;
  groupId: string | null;
  tags: readonly string[];
  creditTermsDays: number | null;
  creditLimit: Money | null;
  customValues: Answers;
  isCurrencyLocked: boolean;
};

interface ClientFormProps {
  client: ClientDraft;
  action: FormAction<{ id: string }>;
  describeAddress: FormAction<AddressForm>;
  addressForm: AddressForm;
  countries: readonly Choice[];
  currencies: readonly Choice[];
  languages: readonly Choice[];
  groups: readonly Choice[];
  tags: readonly string[];
  questions: readonly Question[];
}

const fields = [
  "kind",
  "name",
  "companyName",
  "email",
  "phone",
  "country",
  "line1",
  "line2",
  "city",
  "region",
  "postalCode",
  "currency",
  "language",
  "taxNumber",
  "groupId",
  "tags",
  "creditTermsDays",
  "creditLimit",
];

/** Creates a client, or changes the one whose id it is given, question by question. */
export function ClientForm({
  client,
  action,
  describeAddress,
  addressForm,
  questions,
  ...choices
}: ClientFormProps) {
  const t = useTranslations("clients.form");
  const common = useTranslations("common");
  const router = useRouter();
  const isNew = client.id === undefined;
  const [currency, setCurrency] = useState(client.currency);

  function finish({ id }: { id: string }) {
    toast.success(t(isNew ? "created" : "saved"));
    router.push(`/admin/clients/${id}`);
  }

  return (
    <ActionForm
      action={action}
      onDone={finish}
      fields={[...fields, ...questions.map(({ key }) => `customValues.${key}`)]}
    >
      {client.id && <input type="hidden" name="clientId" value={client.id} />}
      {client.version && <input type="hidden" name="version" value={client.version} />}
      <Card>
        <CardHeader title={t("who")} />
        <CardBody className="grid gap-5">
          <FormSelect
            name="kind"
            label={t("kind")}
            defaultValue={client.kind}
            options={[
              { value: "COMPANY", label: t("company") },
              { value: "PERSON", label: t("person") },
            ]}
          />
          <FormField
            name="name"
            label={t("name")}
            help={t("nameHelp")}
            defaultValue={client.name}
            maxLength={120}
            autoComplete="off"
            required
          />
          <FormField
            name="companyName"
            label={t("companyName")}
            aside={common("optional")}
            defaultValue={client.companyName ?? ""}
            maxLength={160}
            autoComplete="off"
          />
          <FormField
            name="email"
            type="email"
            dir="ltr"
            label={t("email")}
            help={t("emailHelp")}
            defaultValue={client.email}
            maxLength={254}
            autoComplete="off"
            required
          />
          <FormField
            name="phone"
            type="tel"
            dir="ltr"
            label={t("phone")}
            aside={common("optional")}
            defaultValue={client.phone ?? ""}
            maxLength={40}
            autoComplete="off"
          />
          <FormSelect
            name="language"
            label={t("language")}
            help={t("languageHelp")}
            defaultValue={client.language ?? ""}
            placeholder={t("languageOfCompany")}
            options={choices.languages}
          />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t("where")} />
        <CardBody>
          <AddressFields
            address={client}
            form={addressForm}
            describe={describeAddress}
            countries={choices.countries}
          />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t("money")} />
        <CardBody className="grid gap-5">
          <FormSelect
            name={client.isCurrencyLocked ? "" : "currency"}
            label={t("currency")}
            help={t(client.isCurrencyLocked ? "currencyLocked" : "currencyHelp")}
            value={currency}
            onChange={(event) => setCurrency(event.currentTarget.value)}
            disabled={client.isCurrencyLocked}
            options={choices.currencies}
          />
          <FormField
            name="taxNumber"
            label={t("taxNumber")}
            help={t("taxNumberHelp")}
            aside={common("optional")}
            dir="ltr"
            defaultValue={client.taxNumber ?? ""}
            maxLength={40}
            autoComplete="off"
          />
          <FormField
            name="creditTermsDays"
            label={t("creditTermsDays")}
            help={t("creditTermsHelp")}
            aside={common("optional")}
            inputMode="numeric"
            defaultValue={client.creditTermsDays?.toString() ?? ""}
            maxLength={3}
          />
          <CreditLimitField limit={client.creditLimit} currency={currency} />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t("order")} />
        <CardBody className="grid gap-5">
          <FormSelect
            name="groupId"
            label={t("group")}
            defaultValue={client.groupId ?? ""}
            placeholder={t("noGroup")}
            options={choices.groups}
          />
          <TagField tags={client.tags} known={choices.tags} />
          <CustomFieldInputs questions={questions} answers={client.customValues} />
        </CardBody>
        <CardFooter>
          <ButtonLink href={client.id ? `/admin/clients/${client.id}` : "/admin/clients"}>
            {common("cancel")}
          </ButtonLink>
          <SubmitButton>{t(isNew ? "create" : "save")}</SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
