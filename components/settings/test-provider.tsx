"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** Has us ask the provider now, and says what came of it. */
export function TestProvider({ providerId, action }: { providerId: string; action: FormAction<unknown> }) {
  const t = useTranslations("settings.providers");
  const text = useProblemText();
  const [isPending, startTransition] = useTransition();

  function test() {
    startTransition(async () => {
      const { error } = await runAction(action, { providerId });
      if (error) toast.error(text.refusal(error));
      else toast.success(t("tested"));
    });
  }

  return (
    <Button type="button" pending={isPending} onClick={test}>
      {t("test")}
    </Button>
  );
}
