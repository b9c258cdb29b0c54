"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { Spinner } from "@/components/ui/spinner";

interface ConfirmAtBankProps {
  token: string;
  /** The answer has been worked on: the payer may go. */
  isAnswered: boolean;
  returnUrl: string;
  action: FormAction<unknown>;
}

/** Confirms or declines at the test bank, waits until the bank has told the shop, and goes back there. */
export function ConfirmAtBank({ token, isAnswered, returnUrl, action }: ConfirmAtBankProps) {
  const t = useTranslations("payments.sandbox");
  const text = useProblemText();
  const router = useRouter();
  const [isSent, setIsSent] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    if (isAnswered) window.location.assign(returnUrl);
  }, [isAnswered, returnUrl]);

  useEffect(() => {
    if (!isSent || isAnswered || isPending) return;
    const timer = setTimeout(() => startTransition(() => router.refresh()), 1_000);
    return () => clearTimeout(timer);
  }, [isSent, isAnswered, isPending, router]);

  function send(answer: "confirm" | "decline") {
    startTransition(async () => {
      const { error } = await runAction(action, { token, answer });
      setProblem(error && text.refusal(error));
      if (!error) setIsSent(true);
    });
  }

  if (isSent || isAnswered) {
    return (
      <p role="status" className="flex items-center justify-center gap-2 text-muted">
        <Spinner />
        {t("working")}
      </p>
    );
  }
  return (
    <div className="grid gap-2">
      <FormError title={problem} />
      <Button type="button" size="lg" variant="primary" pending={isPending} onClick={() => send("confirm")}>
        {t("confirm")}
      </Button>
      <Button type="button" size="lg" disabled={isPending} onClick={() => send("decline")}>
        {t("decline")}
      </Button>
    </div>
  );
}
