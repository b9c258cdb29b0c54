"use client";

import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

interface RetryButtonProps {
  serviceId: string;
  version: number;
  action: FormAction<unknown>;
}

/** Sets what failed on its way again, with one press. */
export function RetryButton({ serviceId, version, action }: RetryButtonProps) {
  const t = useTranslations("services.actions.retry");
  const problems = useProblemText();
  const router = useRouter();
  const [isPending, start] = useTransition();

  function retry() {
    start(async () => {
      const { error } = await runAction(action, { serviceId, version });
      if (error) toast.error(problems.refusal(error));
      else toast.success(t("done"));
      router.refresh();
    });
  }

  return (
    <Button size="sm" pending={isPending} onClick={retry}>
      <RotateCcw aria-hidden="true" />
      {t("label")}
    </Button>
  );
}
