"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { NewTotp } from "./new-totp";
import { RecoveryCodes } from "./recovery-codes";
import { TotpSetUp } from "./totp-set-up";

type Entered = { recoveryCodes: string[]; path: string };

interface DemandedSetUpProps {
  begin: FormAction<NewTotp>;
  confirm: FormAction<Entered>;
}

/** Between password and session, for whoever has to have a second factor: set it up, keep the codes, go on. */
export function DemandedSetUp({ begin, confirm }: DemandedSetUpProps) {
  const t = useTranslations("signIn.setUpFactor");
  const codes = useTranslations("secondFactor.codes");
  const text = useProblemText();
  const [begun, setBegun] = useState<NewTotp>();
  const [entered, setEntered] = useState<Entered>();
  const [problem, setProblem] = useState<string>();
  const [isPending, startTransition] = useTransition();

  function start() {
    startTransition(async () => {
      const { value, error } = await runAction(begin, {});
      setBegun(value);
      setProblem(error && text.refusal(error));
    });
  }

  if (entered) {
    return (
      <RecoveryCodes codes={entered.recoveryCodes}>
        {/* A whole new page: whatever was shown before the session is gone. */}
        <Button variant="primary" onClick={() => window.location.assign(entered.path)}>
          {codes("done")}
        </Button>
      </RecoveryCodes>
    );
  }
  if (begun) return <TotpSetUp begun={begun} confirm={confirm} onDone={setEntered} />;
  return (
    <div className="grid gap-4">
      <FormError title={problem} />
      <Button variant="primary" pending={isPending} onClick={start} className="w-full">
        {t("begin")}
      </Button>
    </div>
  );
}
