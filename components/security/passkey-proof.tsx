"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { ConfirmIdentityActions } from "./actions";
import { shownPasskey } from "./passkey-browser";

/** Proves by a passkey who somebody is. Without a transition, as in <ProofForm>. */
export function PasskeyProof({ actions, onDone }: { actions: ConfirmIdentityActions; onDone: () => void }) {
  const t = useTranslations("confirmIdentity");
  const text = useProblemText();
  const [problem, setProblem] = useState<string>();
  const [isPending, setIsPending] = useState(false);

  async function attempt(): Promise<string | undefined> {
    const begun = await actions.beginPasskey({}, new FormData());
    if (begun.value === undefined) return begun.error && text.refusal(begun.error);
    const response = await shownPasskey(begun.value.options);
    if (response === undefined) return t("passkeyFailed");

    const form = new FormData();
    form.set("response", response);
    const { error } = await actions.confirm({}, form);
    if (error === undefined) onDone();
    return error && text.refusal(error);
  }

  async function prove() {
    setIsPending(true);
    setProblem(await attempt());
    setIsPending(false);
  }

  return (
    <div className="grid gap-4">
      <FormError title={problem} />
      <Button type="button" variant="primary" pending={isPending} onClick={prove} autoFocus>
        <KeyRound aria-hidden="true" />
        {t("passkey")}
      </Button>
    </div>
  );
}
