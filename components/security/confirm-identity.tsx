"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { answersStepUp } from "@/components/forms/step-up";
import { Dialog } from "@/components/ui/dialog";
import type { ConfirmIdentityActions, WaysToConfirm } from "./actions";
import { ConfirmWays } from "./confirm-ways";

/**
 * Asks in a dialog who the person is, whenever an action of any form on the page wants a fresh proof. The form waits, and does
 * its deed after it.
 */
export function ConfirmIdentity({ actions }: { actions: ConfirmIdentityActions }) {
  const t = useTranslations("confirmIdentity");
  const shell = useTranslations("shell");
  const [ways, setWays] = useState<WaysToConfirm>();
  const answer = useRef<(isConfirmed: boolean) => void>(undefined);

  useEffect(
    () =>
      answersStepUp(async () => {
        const { value } = await actions.ways({}, new FormData());
        if (value === undefined) return false;
        setWays(value);
        return new Promise<boolean>((resolve) => {
          answer.current?.(false);
          answer.current = resolve;
        });
      }),
    [actions],
  );

  function close(isConfirmed: boolean) {
    answer.current?.(isConfirmed);
    answer.current = undefined;
    setWays(undefined);
  }

  return (
    <Dialog
      open={ways !== undefined}
      onOpenChange={(isOpen) => !isOpen && close(false)}
      title={t("title")}
      description={t("text")}
      closeLabel={shell("close")}
    >
      {ways && <ConfirmWays ways={ways} actions={actions} onDone={() => close(true)} />}
    </Dialog>
  );
}
