"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";

interface EmailSectionProps {
  action: FormAction<unknown>;
  email: string;
}

/** The address by which one signs in, and how to change it: by mail to both. */
export function EmailSection({ action, email }: EmailSectionProps) {
  const t = useTranslations("security.email");
  const [state, setState] = useState<"closed" | "open" | "asked">("closed");
  return (
    <Card aria-labelledby="security-email">
      <CardHeader
        id="security-email"
        title={t("title")}
        description={<bdi>{email}</bdi>}
        actions={
          state === "closed" && (
            <Button size="sm" onClick={() => setState("open")}>
              {t("change")}
            </Button>
          )
        }
      />
      {state === "open" && (
        <CardBody>
          <ActionForm
            action={action}
            onDone={() => setState("asked")}
            fields={["newEmail"]}
            className="grid max-w-sm gap-5"
          >
            <FormField
              name="newEmail"
              type="email"
              dir="ltr"
              label={t("new")}
              help={t("help")}
              autoComplete="email"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={254}
              autoFocus
              required
            />
            <div className="flex gap-2">
              <SubmitButton>{t("submit")}</SubmitButton>
              <Button type="button" onClick={() => setState("closed")}>
                {t("cancel")}
              </Button>
            </div>
          </ActionForm>
        </CardBody>
      )}
      {state === "asked" && (
        <CardBody>
          <Notice tone="info" live="status" title={t("asked.title")}>
            {t("asked.text")}
          </Notice>
        </CardBody>
      )}
    </Card>
  );
}
