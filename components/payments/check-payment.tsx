"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** Has the gateway asked what became of a payment. */
export function CheckPayment({ paymentId, action }: { paymentId: string; action: FormAction<unknown> }) {
  const t = useTranslations("payments.check");
  const text = useProblemText();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  function check() {
    startTransition(async () => {
      const { error } = await runAction(action, { paymentId });
      if (error) toast.error(text.refusal(error));
      else toast.success(t("done"));
      router.refresh();
    });
  }

  return (
    <Button type="button" onClick={check} pending={isPending}>
      {t("label")}
    </Button>
  );
}
