"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { CopyableSecret } from "@/components/ui/copyable";
import { Notice } from "@/components/ui/notice";
import { ScopeFields, type ScopeGroup } from "./scope-fields";

type NewKey = { key: { name: string }; secret: string };

interface ApiKeyFormProps {
  action: FormAction<NewKey>;
  groups: readonly ScopeGroup[];
  expiries: readonly { value: string; label: string }[];
}

/** Creates a key; afterwards shows its secret in place of the form, once. */
export function ApiKeyForm({ action, groups, expiries }: ApiKeyFormProps) {
  const t = useTranslations("settings.apiKeys");
  const common = useTranslations("common");
  const [made, setMade] = useState<NewKey>();
  if (made) return <NewSecret made={made} />;

  return (
    <ActionForm action={action} onDone={setMade} fields={["name", "scopes", "expiresAt"]}>
      <Card>
        <CardBody className="grid gap-5 pt-4">
          <FormField
            name="name"
            label={t("name")}
            help={t("form.nameHelp")}
            maxLength={80}
            autoComplete="off"
            required
          />
          <FormSelect
            name="expiresAt"
            label={t("form.expiry")}
            defaultValue={expiries[1]?.value}
            options={expiries}
          />
          <ScopeFields groups={groups} />
        </CardBody>
        <CardFooter>
          <ButtonLink href="/admin/settings/api-keys">{common("cancel")}</ButtonLink>
          <SubmitButton>{t("form.create")}</SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}

function NewSecret({ made }: { made: NewKey }) {
  const t = useTranslations("settings.apiKeys.secret");
  const common = useTranslations("common");
  return (
    <Card>
      <CardBody className="grid gap-4 pt-4">
        <Notice tone="warning" live="status" title={t("title", { name: made.key.name })}>
          {t("text")}
        </Notice>
        <CopyableSecret value={made.secret} label={common("copy")} copiedLabel={common("copied")} />
      </CardBody>
      <CardFooter>
        <ButtonLink href="/admin/settings/api-keys" variant="primary">
          {t("done")}
        </ButtonLink>
      </CardFooter>
    </Card>
  );
}
