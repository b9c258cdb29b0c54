"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { toast } from "@/components/ui/toast";

export const providerKinds = ["oidc", "google", "microsoft", "github"] as const;
const list = "/admin/settings/sign-in-providers";

export type ProviderValues = {
  id: string;
  version: number;
  kind: (typeof providerKinds)[number];
  name: string;
  issuer: string | null;
  oauthClient: string;
  isEnabled: boolean;
  forStaff: boolean;
  forClients: boolean;
};

interface ProviderFormProps {
  action: FormAction<{ id: string }>;
  /** The provider to change; a new one without it. */
  provider?: ProviderValues;
}

const fields = [
  "kind",
  "name",
  "issuer",
  "oauthClient",
  "oauthSecret",
  "isEnabled",
  "forStaff",
  "forClients",
];

/** A sign-in provider as its own settings page describes it. The secret goes in and never comes out. */
export function ProviderForm({ action, provider }: ProviderFormProps) {
  const t = useTranslations("settings.providers");
  const common = useTranslations("common");
  const router = useRouter();

  function finish({ id }: { id: string }) {
    toast.success(t("saved"));
    router.push(`${list}/${id}`);
    router.refresh();
  }

  return (
    <ActionForm action={action} onDone={finish} fields={fields}>
      {provider && (
        <>
          <input type="hidden" name="providerId" value={provider.id} />
          <input type="hidden" name="version" value={provider.version} />
        </>
      )}
      <Card>
        <CardBody className="grid gap-5 pt-4">
          {provider === undefined && (
            <FormSelect
              name="kind"
              label={t("kind")}
              defaultValue="oidc"
              options={providerKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
          )}
          <FormField
            name="name"
            label={t("name")}
            help={t("nameHelp")}
            defaultValue={provider?.name}
            maxLength={60}
            required
          />
          {!["google", "github"].includes(provider?.kind ?? "") && (
            <FormField
              name="issuer"
              dir="ltr"
              label={t("issuer")}
              help={t("issuerHelp")}
              defaultValue={provider?.issuer ?? ""}
              maxLength={300}
              spellCheck={false}
            />
          )}
          <FormField
            name="oauthClient"
            dir="ltr"
            label={t("oauthClient")}
            defaultValue={provider?.oauthClient}
            maxLength={300}
            spellCheck={false}
            required
          />
          <FormField
            name="oauthSecret"
            type="password"
            dir="ltr"
            label={t("oauthSecret")}
            help={provider && t("secretKept")}
            autoComplete="off"
            required={provider === undefined}
          />
          <fieldset className="grid gap-3">
            <ChoiceField label={t("isEnabled")} name="isEnabled">
              <Checkbox name="isEnabled" defaultChecked={provider?.isEnabled ?? true} />
            </ChoiceField>
            <ChoiceField label={t("forStaff")} name="forStaff">
              <Checkbox name="forStaff" defaultChecked={provider?.forStaff ?? true} />
            </ChoiceField>
            <ChoiceField label={t("forClients")} name="forClients">
              <Checkbox name="forClients" defaultChecked={provider?.forClients ?? true} />
            </ChoiceField>
          </fieldset>
        </CardBody>
        <CardFooter>
          <ButtonLink href={list}>{common("cancel")}</ButtonLink>
          <SubmitButton>{common("save")}</SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
