"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { CopyableSecret } from "@/components/ui/copyable";
import { FormError } from "@/components/ui/form-error";

interface PasswordRevealProps {
  serviceId: string;
  action: FormAction<{ password: string }>;
}

/** The password of a service, once somebody asks for it who has just proved who they are. Gone with the next press or page. */
export function PasswordReveal({ serviceId, action }: PasswordRevealProps) {
  const t = useTranslations("services.access");
  const common = useTranslations("common");
  const problems = useProblemText();
  const [password, setPassword] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [isPending, start] = useTransition();

  function reveal() {
    start(async () => {
      const { value, error } = await runAction(action, { serviceId });
      setProblem(error && problems.refusal(error));
      setPassword(value?.password);
    });
  }

  if (password !== undefined)
    return (
      <div className="grid justify-items-start gap-2">
        <CopyableSecret value={password} label={common("copy")} copiedLabel={common("copied")} />
        <Button size="sm" onClick={() => setPassword(undefined)}>
          {t("hide")}
        </Button>
      </div>
    );
  return (
    <div className="grid justify-items-start gap-1.5">
      {problem && <FormError title={problem} />}
      <Button size="sm" pending={isPending} onClick={reveal}>
        <Eye aria-hidden="true" />
        {t("show")}
      </Button>
      <span className="text-sm text-subtle">{t("onRecord")}</span>
    </div>
  );
}
