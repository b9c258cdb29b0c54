"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CodeField } from "@/components/forms/code-field";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import type { ConfirmIdentityActions, WaysToConfirm } from "./actions";
import { MailCodeProof } from "./mail-code-proof";
import { PasskeyProof } from "./passkey-proof";
import { ProofForm } from "./proof-form";

type Way = keyof WaysToConfirm;

interface ConfirmWaysProps {
  ways: WaysToConfirm;
  actions: ConfirmIdentityActions;
  onDone: () => void;
}

const order = ["code", "password", "passkey", "mailCode"] as const satisfies readonly Way[];

/** One way at a time, the others by a press. */
export function ConfirmWays({ ways, actions, onDone }: ConfirmWaysProps) {
  const t = useTranslations("confirmIdentity");
  const offered = order.filter((way) => ways[way]);
  const [chosen, setChosen] = useState<Way | undefined>(offered[0]);
  if (chosen === undefined) return <p className="text-muted">{t("noWay")}</p>;

  return (
    <div className="grid gap-4">
      {chosen === "passkey" ? (
        <PasskeyProof actions={actions} onDone={onDone} />
      ) : chosen === "mailCode" ? (
        <MailCodeProof actions={actions} onDone={onDone} />
      ) : (
        <ProofForm key={chosen} action={actions.confirm} field={chosen} onDone={onDone}>
          {chosen === "code" ? (
            <CodeField label={t("code")} help={t("codeHelp")} autoFocus />
          ) : (
            <FormField
              name="password"
              type="password"
              dir="ltr"
              label={t("password")}
              autoComplete="current-password"
              autoFocus
              required
            />
          )}
          <SubmitButton className="w-full">{t("confirm")}</SubmitButton>
        </ProofForm>
      )}
      <OtherWays ways={offered.filter((way) => way !== chosen)} onChoose={setChosen} />
    </div>
  );
}

function OtherWays({ ways, onChoose }: { ways: readonly Way[]; onChoose: (way: Way) => void }) {
  const t = useTranslations("confirmIdentity.use");
  if (ways.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      {ways.map((way) => (
        <Button key={way} type="button" variant="link" onClick={() => onChoose(way)}>
          {t(way)}
        </Button>
      ))}
    </div>
  );
}
