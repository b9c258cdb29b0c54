"use client";

import { Ban, Ellipsis, RotateCcw, StepForward } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { canRun, type RunAction, type RunState } from "@/lib/durable/rules/state";

interface RunActionsProps {
  run: { id: string; state: RunState; isCancelling: boolean; isFunctionGone: boolean };
  /** Absent where the person may not. */
  actions: Partial<Record<RunAction, FormAction<{ id: string }>>>;
}

const icons = { retry: StepForward, repeat: RotateCcw, cancel: Ban };

/** What can be done to a run: the likely deed as a button, the others in a menu. */
export function RunActions({ run, actions }: RunActionsProps) {
  const t = useTranslations("durable.actions");
  const text = useProblemText();
  const router = useRouter();
  const [asked, setAsked] = useState<RunAction>();

  const offered = (["retry", "repeat", "cancel"] as const).filter((verb) => {
    const needsFunction = verb !== "cancel";
    return actions[verb] && canRun(verb, run) && !(needsFunction && run.isFunctionGone);
  });
  const [first, ...others] = offered;
  if (first === undefined && asked === undefined) return null;

  async function confirm(verb: RunAction) {
    const action = actions[verb];
    if (!action) return;
    const { error, value } = await runAction(action, { runId: run.id });
    if (error) {
      router.refresh();
      return text.refusal(error);
    }
    toast.success(t(`${verb}.done`));
    if (verb === "repeat" && value) router.push(`/admin/durable/${value.id}`);
    else router.refresh();
    return undefined;
  }

  return (
    <>
      {first && (
        <Button
          type="button"
          variant={first === "retry" ? "primary" : "secondary"}
          onClick={() => setAsked(first)}
        >
          {t(`${first}.label`)}
        </Button>
      )}
      {others.length > 0 && (
        <Menu
          trigger={<IconButton label={t("more")} tooltip={false} icon={<Ellipsis aria-hidden="true" />} />}
        >
          {others.map((verb) => {
            const Icon = icons[verb];
            return (
              <MenuItem key={verb} icon={<Icon aria-hidden="true" />} onSelect={() => setAsked(verb)}>
                {t(`${verb}.label`)}
              </MenuItem>
            );
          })}
        </Menu>
      )}
      {asked && (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => {
            if (!isOpen) setAsked(undefined);
          }}
          title={t(`${asked}.title`)}
          confirmLabel={t(`${asked}.label`)}
          cancelLabel={t("keep")}
          tone={asked === "cancel" ? "danger" : "primary"}
          onConfirm={() => confirm(asked)}
        >
          {t(`${asked}.text`)}
        </ConfirmDialog>
      )}
    </>
  );
}
