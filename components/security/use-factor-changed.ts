"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { toast } from "@/components/ui/toast";

/**
 * Tells that a factor was added or taken away, and offers to sign all other devices out: whoever changes how they sign in may do so
 * because somebody else is in. `endOthers` is absent where nobody is signed in elsewhere.
 */
export function useFactorChanged(endOthers: FormAction<unknown> | undefined): (title: string) => void {
  const t = useTranslations("secondFactor.others");
  const text = useProblemText();
  const router = useRouter();

  async function end() {
    if (endOthers === undefined) return;
    const { error } = await runAction(endOthers, {});
    if (error) return toast.error(text.refusal(error));
    toast.success(t("done"));
    router.refresh();
  }

  return (title) =>
    endOthers === undefined
      ? toast.success(title)
      : toast.success(title, { description: t("text"), action: { label: t("label"), onPress: end } });
}
