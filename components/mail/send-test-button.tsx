"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

interface SendTestButtonProps {
  action: FormAction<{ messageId: string; address: string }>;
  template?: string;
  language?: string;
  disabledReason?: string;
}

/** A test to oneself, and where it can be followed. */
export function SendTestButton({ action, template = "test", language, disabledReason }: SendTestButtonProps) {
  const t = useTranslations("mailbox.test");
  const text = useProblemText();
  const [isPending, start] = useTransition();

  function send() {
    start(async () => {
      const { value, error } = await runAction(action, { template, ...(language && { language }) });
      if (error || !value) {
        toast.error(error ? text.refusal(error) : t("failed"));
        return;
      }
      const href = `/admin/mail/${value.messageId}`;
      toast.success(t("done", { address: value.address }), {
        action: { label: t("follow"), onPress: () => window.location.assign(href) },
      });
    });
  }

  return (
    <Button pending={isPending} disabledReason={disabledReason} onClick={send}>
      {t("label")}
    </Button>
  );
}
