"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";

type Choice = { value: string; label: string };

export type ClientDraft = {
  id?: string;
  version?: number;
  kind: string;
  name: string;
  companyName: string | null;
  email: string;
  country: string;
  currency: string;
  language: string | null;
};

interface ClientFormProps {
  client: ClientDraft;
  action: FormAction<{ id: string }>;
  countries: readonly Choice[];
  currencies: readonly Choice[];
  languages: readonly Choice[];
}

const fields = ["kind", "name", "companyName", "email", "country", "currency", "language"];

/** Creates a client, or changes the one whose id it is given. The currency is chosen once. */
export function ClientForm({ client, action, countries, currencies, languages }: ClientFormProps) {
  const t = useTranslations("clients.form");
  const common = useTranslations("common");
  const router = useRouter();
  const isNew = client.id === undefined;

  function finish({ id }: { id: string }) {
    toast.success(t(isNew ? "created" : "saved"));
    router.push(`/admin/clients/${id}`);
  }

  return (
    <ActionForm action={action} onDone={finish} fields={fields}>
      {client.id && <input type="hidden" name="clientId" value={client.id} />}
      {client.version && <input type="hidden" name="version" value={client.version} />}
      <Card>
        <CardBody className="grid gap-5 pt-4">
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
          <FormSelect name="country" label={t("country")} defaultValue={client.country} options={countries} />
          {isNew && (
            <FormSelect
              name="currency"
              label={t("currency")}
              help={t("currencyHelp")}
              defaultValue={client.currency}
              options={currencies}
            />
          )}
          <FormSelect
            name="language"
            label={t("language")}
            help={t("languageHelp")}
            defaultValue={client.language ?? ""}
            placeholder={t("languageOfCompany")}
            options={languages}
          />
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
