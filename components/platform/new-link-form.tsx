"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { CopyableSecret } from "@/components/ui/copyable";
import { Notice } from "@/components/ui/notice";

type NewLink = { link: { host: string }; url: string };

/** Makes the link for the owner of a further company, and shows it in place of the form, once. */
export function NewLinkForm({ action }: { action: FormAction<NewLink> }) {
  const t = useTranslations("platform.links");
  const common = useTranslations("common");
  const router = useRouter();
  const [made, setMade] = useState<NewLink>();

  function finish(link: NewLink) {
    setMade(link);
    router.refresh();
  }

  if (made) {
    return (
      <Card>
        <CardBody className="grid gap-4 pt-4">
          <Notice tone="warning" live="status" title={t("made.title", { host: made.link.host })}>
            {t("made.text")}
          </Notice>
          <CopyableSecret value={made.url} label={common("copy")} copiedLabel={common("copied")} />
        </CardBody>
        <CardFooter>
          <Button onClick={() => setMade(undefined)}>{t("made.another")}</Button>
        </CardFooter>
      </Card>
    );
  }
  return (
    <ActionForm action={action} onDone={finish} fields={["host", "note"]}>
      <Card>
        <CardHeader title={t("form.title")} description={t("form.text")} />
        <CardBody className="grid gap-5">
          <FormField
            name="host"
            dir="ltr"
            label={t("form.host")}
            help={t("form.hostHelp")}
            maxLength={253}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            required
          />
          <FormField
            name="note"
            label={t("form.note")}
            aside={common("optional")}
            help={t("form.noteHelp")}
            maxLength={120}
            autoComplete="off"
          />
        </CardBody>
        <CardFooter>
          <SubmitButton>{t("form.submit")}</SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
