"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { toast } from "@/components/ui/toast";

interface PasswordSectionProps {
  action: FormAction<{ sessionsEnded: number }>;
  hasPassword: boolean;
  changedAt: Date | null;
  /** The person's own words, which a good password is not made of. */
  context: readonly string[];
}

/** The password: since when it is this one, and a form to change it that opens when it is wanted. */
export function PasswordSection({ action, hasPassword, changedAt, context }: PasswordSectionProps) {
  const t = useTranslations("security.password");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);

  function done({ sessionsEnded }: { sessionsEnded: number }) {
    setIsOpen(false);
    toast.success(t("done", { count: sessionsEnded }));
    router.refresh();
  }

  return (
    <Card aria-labelledby="security-password">
      <CardHeader
        id="security-password"
        title={t("title")}
        description={
          hasPassword
            ? changedAt && t.rich("changed", { when: () => <DateTime value={changedAt} /> })
            : t("none")
        }
        actions={
          !isOpen && (
            <Button size="sm" onClick={() => setIsOpen(true)}>
              {hasPassword ? t("change") : t("set")}
            </Button>
          )
        }
      />
      {isOpen && (
        <CardBody>
          <ActionForm
            action={action}
            onDone={done}
            fields={["currentPassword", "newPassword"]}
            className="grid max-w-sm gap-5"
          >
            {hasPassword && (
              <FormField
                name="currentPassword"
                type="password"
                dir="ltr"
                label={t("current")}
                autoComplete="current-password"
                autoFocus
                required
              />
            )}
            <NewPasswordField
              name="newPassword"
              label={t("new")}
              context={context}
              autoFocus={!hasPassword}
            />
            <p className="text-pretty text-sm text-subtle">{t("note")}</p>
            <div className="flex gap-2">
              <SubmitButton>{hasPassword ? t("change") : t("set")}</SubmitButton>
              <Button type="button" onClick={() => setIsOpen(false)}>
                {t("cancel")}
              </Button>
            </div>
          </ActionForm>
        </CardBody>
      )}
    </Card>
  );
}
