"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { canRun, type RunState } from "@/lib/durable/rules/state";

type Verb = "retry" | "cancel";
type Result = { done: number; refused: { code: string; count: number }[] };
export type BulkActions = Partial<Record<Verb, FormAction<Result>>>;

interface SelectionBarProps {
  runs: readonly { id: string; state: RunState; isCancelling: boolean }[];
  actions: BulkActions;
  onClear: () => void;
}

/** What can be done to the selected runs, and to how many of them. */
export function SelectionBar({ runs, actions, onClear }: SelectionBarProps) {
  const t = useTranslations("durable");
  const text = useProblemText();
  const router = useRouter();
  const [asked, setAsked] = useState<Verb>();
  if (runs.length === 0) return null;

  const able = (verb: Verb) => runs.filter((run) => canRun(verb, run)).map(({ id }) => id);

  async function confirm(verb: Verb) {
    const action = actions[verb];
    if (!action) return;
    const ids = able(verb).map((id, index) => [`runIds[${index}]`, id] as const);
    const { error, value } = await runAction(action, Object.fromEntries(ids));
    if (error) return text.refusal(error);
    const told = t(verb === "retry" ? "selection.retried" : "selection.cancelled", {
      count: value?.done ?? 0,
    });
    const refused = (value?.refused ?? []).map(({ code, count }) =>
      t("selection.refused", { count, reason: text.refusal({ code }) }),
    );
    if (refused.length > 0) toast.info(told, { description: refused.join(" ") });
    else toast.success(told);
    onClear();
    router.refresh();
  }

  return (
    <section
      aria-label={t("selection.label")}
      className="sticky bottom-0 z-20 flex flex-wrap items-center gap-2 rounded-b-surface border-t bg-surface px-4 py-2 max-sm:bottom-14"
    >
      <p role="status" className="tabular me-auto font-medium">
        {t("selection.count", { count: runs.length })}
      </p>
      {(["retry", "cancel"] as const).map((verb) => {
        const count = able(verb).length;
        if (!actions[verb]) return null;
        return (
          <Button
            key={verb}
            type="button"
            size="sm"
            disabledReason={
              count > 0 ? undefined : t(verb === "retry" ? "selection.noneFailed" : "selection.noneOpen")
            }
            onClick={() => setAsked(verb)}
          >
            {count > 0 ? t(`selection.${verb}`, { count }) : t(`actions.${verb}.label`)}
          </Button>
        );
      })}
      <IconButton size="sm" label={t("selection.clear")} icon={<X aria-hidden="true" />} onClick={onClear} />
      {asked && (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => {
            if (!isOpen) setAsked(undefined);
          }}
          title={t(asked === "retry" ? "selection.retryTitle" : "selection.cancelTitle", {
            count: able(asked).length,
          })}
          confirmLabel={t(`selection.${asked}`, { count: able(asked).length })}
          cancelLabel={t("actions.keep")}
          tone={asked === "cancel" ? "danger" : "primary"}
          onConfirm={() => confirm(asked)}
        >
          {t(`actions.${asked}.text`)}
        </ConfirmDialog>
      )}
    </section>
  );
}
