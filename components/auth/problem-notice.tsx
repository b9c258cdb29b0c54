"use client";

import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Notice } from "@/components/ui/notice";

/** What went wrong at a provider, told on the page that one came back to. Only codes that have words are told. */
export function ProblemNotice({ code }: { code: string | string[] | undefined }) {
  const t = useTranslations("errors");
  const text = useProblemText();
  if (typeof code !== "string" || !/^[a-z_.]{3,60}$/.test(code) || !t.has(code as never)) return null;
  return (
    <Notice tone="danger" live="alert" className="mb-5">
      {text.refusal({ code })}
    </Notice>
  );
}
