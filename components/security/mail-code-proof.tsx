"use client";

import { MailCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { ConfirmIdentityActions } from "./actions";
import { ProofForm } from "./proof-form";

interface MailCodeProofProps {
  actions: Pick<ConfirmIdentityActions, "sendCode" | "confirm">;
  onDone: () => void;
}

/** Proves by a code from a mail who somebody is, for people without a password. Without a transition, as in <ProofForm>. */
export function MailCodeProof({ actions, onDone }: MailCodeProofProps) {
  const t = useTranslations("confirmIdentity");
  const text = useProblemText();
  const [sentTo, setSentTo] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [isPending, setIsPending] = useState(false);

  async function send() {
    setIsPending(true);
    const { value, error } = await actions.sendCode({}, new FormData());
    setIsPending(false);
    setProblem(error && text.refusal(error));
    if (value !== undefined) setSentTo(value.sentTo);
  }

  return (
    <div className="grid gap-4">
      <FormError title={problem} />
      {sentTo === undefined ? (
        <>
          <p className="text-muted">{t("mailText")}</p>
          <Button type="button" variant="primary" pending={isPending} onClick={send} autoFocus>
            <MailCheck aria-hidden="true" />
            {t("sendCode")}
          </Button>
        </>
      ) : (
        <>
          <ProofForm action={actions.confirm} field="mailCode" onDone={onDone}>
            <MailCodeField help={t("mailCodeHelp", { address: sentTo })} autoFocus />
            <SubmitButton className="w-full">{t("confirm")}</SubmitButton>
          </ProofForm>
          <Button
            type="button"
            variant="link"
            className="justify-self-start"
            pending={isPending}
            onClick={send}
          >
            {t("sendAgain")}
          </Button>
        </>
      )}
    </div>
  );
}

/** Eight digits from a mail. */
export function MailCodeField({ help, autoFocus }: { help?: string; autoFocus?: boolean }) {
  const t = useTranslations("confirmIdentity");
  return (
    <FormField
      name="mailCode"
      dir="ltr"
      label={t("mailCode")}
      help={help}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={40}
      spellCheck={false}
      autoFocus={autoFocus}
      required
    />
  );
}
