"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { MailPreview } from "./mail-preview";

type Body = { html: string | null; text: string | null };

/** Shows a mail with a credential, once the owner asks for it: the asking is what the audit log keeps. */
export function RevealBody({
  messageId,
  subject,
  action,
}: {
  messageId: string;
  subject: string;
  action: FormAction<Body>;
}) {
  const t = useTranslations("mailbox.reveal");
  const problems = useProblemText();
  const [body, setBody] = useState<Body>();
  const [problem, setProblem] = useState<string>();
  const [isPending, start] = useTransition();

  function reveal() {
    start(async () => {
      const { value, error } = await runAction(action, { messageId });
      setProblem(error && problems.refusal(error));
      setBody(value);
    });
  }

  if (body) return <MailPreview html={body.html ?? ""} text={body.text ?? ""} label={subject} />;
  return (
    <div className="grid justify-items-start gap-3 px-4 pb-4">
      <p className="text-pretty text-muted">{t("text")}</p>
      {problem && <FormError title={problem} />}
      <Button pending={isPending} onClick={reveal}>
        <Eye aria-hidden="true" />
        {t("label")}
      </Button>
    </div>
  );
}
