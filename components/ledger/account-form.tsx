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
import { accountTypes } from "@/lib/ledger/rules/account-type";

/** Adds an account to the chart. */
export function AccountForm({ action }: { action: FormAction<{ id: string }> }) {
  const t = useTranslations("ledger");
  const common = useTranslations("common");
  const router = useRouter();

  function finish() {
    toast.success(t("newAccount.created"));
    router.push("/admin/ledger/accounts");
  }

  return (
    <ActionForm action={action} onDone={finish} fields={["code", "name", "type"]}>
      <Card>
        <CardBody className="grid gap-5 pt-4">
          <FormField
            name="code"
            dir="ltr"
            label={t("accounts.code")}
            help={t("newAccount.codeHelp")}
            maxLength={20}
            autoComplete="off"
            required
          />
          <FormField name="name" label={t("accounts.name")} maxLength={120} autoComplete="off" required />
          <FormSelect
            name="type"
            label={t("accounts.type")}
            help={t("newAccount.typeHelp")}
            defaultValue="ASSET"
            options={accountTypes.map((value) => ({ value, label: t(`accountTypes.${value}`) }))}
          />
        </CardBody>
        <CardFooter>
          <ButtonLink href="/admin/ledger/accounts">{common("cancel")}</ButtonLink>
          <SubmitButton>{t("newAccount.create")}</SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
