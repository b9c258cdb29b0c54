"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { FormError } from "@/components/ui/form-error";
import type { SecondFactorActions } from "./actions";
import type { NewTotp } from "./new-totp";
import { RecoveryCodes } from "./recovery-codes";
import { SecondFactorButtons } from "./second-factor-buttons";
import { TotpSetUp } from "./totp-set-up";
import { useFactorChanged } from "./use-factor-changed";

interface SecondFactorSectionProps {
  factor: { totpSince: Date | null; recoveryCodesLeft: number; isRequired: boolean };
  actions: SecondFactorActions;
}

/** The authenticator: off, being set up, just set up with codes to keep, or on. */
export function SecondFactorSection({ factor, actions }: SecondFactorSectionProps) {
  const t = useTranslations("secondFactor");
  const router = useRouter();
  const [begun, setBegun] = useState<NewTotp>();
  const [codes, setCodes] = useState<readonly string[]>();
  const isOn = factor.totpSince !== null;
  const changed = useFactorChanged(actions.endOthers);

  function finish({ recoveryCodes }: { recoveryCodes: string[] }) {
    setBegun(undefined);
    setCodes(recoveryCodes);
    if (!isOn) changed(t("setUp.done"));
    router.refresh();
  }

  return (
    <Card aria-labelledby="second-factor">
      <CardHeader
        id="second-factor"
        title={
          <span className="flex flex-wrap items-center gap-2">
            {t("title")}
            <Badge tone={isOn ? "positive" : "neutral"}>{isOn ? t("on") : t("off")}</Badge>
          </span>
        }
        description={factor.isRequired ? t("required") : t("description")}
      />
      <CardBody>
        {codes ? (
          <RecoveryCodes codes={codes}>
            <Button variant="primary" onClick={() => setCodes(undefined)}>
              {t("codes.done")}
            </Button>
          </RecoveryCodes>
        ) : begun ? (
          <TotpSetUp
            begun={begun}
            confirm={actions.confirm}
            onDone={finish}
            onCancel={() => setBegun(undefined)}
          />
        ) : isOn ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-muted">
              {t("since")} <DateTime value={factor.totpSince as Date} />
              <span className="mx-1.5 text-subtle">·</span>
              {t("codesLeft", { count: factor.recoveryCodesLeft })}
            </p>
            <SecondFactorButtons actions={actions} onCodes={finish} />
          </div>
        ) : (
          <Begin begin={actions.begin} onBegun={setBegun} />
        )}
      </CardBody>
    </Card>
  );
}

function Begin({ begin, onBegun }: { begin: FormAction<NewTotp>; onBegun: (begun: NewTotp) => void }) {
  const t = useTranslations("secondFactor");
  const text = useProblemText();
  const [problem, setProblem] = useState<string>();
  const [isPending, startTransition] = useTransition();

  function start() {
    startTransition(async () => {
      const { value, error } = await runAction(begin, {});
      setProblem(error && text.refusal(error));
      if (value) onBegun(value);
    });
  }

  return (
    <div className="grid gap-3">
      <FormError title={problem} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-muted">{t("explain")}</p>
        <Button pending={isPending} onClick={start}>
          {t("setUp.start")}
        </Button>
      </div>
    </div>
  );
}
