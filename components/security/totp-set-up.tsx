"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { CodeField } from "@/components/forms/code-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { CopyableSecret } from "@/components/ui/copyable";
import type { NewTotp } from "./new-totp";
import { QrCode } from "./qr-code";

interface TotpSetUpProps<View> {
  begun: NewTotp;
  confirm: FormAction<View>;
  onDone: (view: View) => void;
  onCancel?: () => void;
}

/** The new authenticator's secret, as a picture and as text, and the question for its first code. */
export function TotpSetUp<View>({ begun, confirm, onDone, onCancel }: TotpSetUpProps<View>) {
  const t = useTranslations("secondFactor.setUp");
  const common = useTranslations("common");
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-start gap-5">
        <div className="grid gap-2">
          <p className="font-medium">{t("scan")}</p>
          <QrCode qr={begun.qr} label={t("qr")} />
        </div>
        <div className="grid min-w-0 flex-1 basis-60 content-start gap-2">
          <p className="font-medium">{t("typeIn")}</p>
          <CopyableSecret value={begun.secret} label={common("copy")} copiedLabel={common("copied")} />
          <a
            href={begun.uri}
            className="justify-self-start rounded-sm text-accent-text text-sm underline decoration-1 decoration-current/35 underline-offset-3 hover:decoration-current"
          >
            {t("openApp")}
          </a>
        </div>
      </div>
      <ActionForm action={confirm} onDone={onDone} fields={["code"]} guardsChanges={false}>
        <CodeField label={t("code")} autoFocus />
        <div className="flex flex-wrap justify-end gap-2">
          {onCancel && (
            <Button type="button" onClick={onCancel}>
              {common("cancel")}
            </Button>
          )}
          <SubmitButton>{t("confirm")}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
