"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

interface SendAgainButtonProps {
  messageId: string;
  action: FormAction<unknown>;
  /** Why it cannot be sent again. */
  disabledReason?: string;
}

export function SendAgainButton({ messageId, action, disabledReason }: SendAgainButtonProps) {
  const t = useTranslations("mailbox.sendAgain");
  const text = useProblemText();
  const router = useRouter();
  const [isPending, start] = useTransition();

  function send() {
    start(async () => {
      const { error } = await runAction(action, { messageId });
      if (error) toast.error(text.refusal(error));
      else toast.success(t("done"));
      router.refresh();
    });
  }

  return (
    <Button variant="primary" pending={isPending} disabledReason={disabledReason} onClick={send}>
      {t("label")}
    </Button>
  );
}
