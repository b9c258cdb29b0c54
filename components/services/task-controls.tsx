"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { FormDialog } from "@/components/people/form-dialog";
import { Button } from "@/components/ui/button";
import { DeliveredFields, deliveredFields, NoteField } from "./delivered-fields";

interface TaskControlsProps {
  task: { id: string; kind: "carry_out" | "look_into"; userName: string | null };
  /** Whether something new is delivered: then it is asked what. */
  asksForAccess: boolean;
  complete?: FormAction<unknown> | undefined;
  fail?: FormAction<unknown> | undefined;
}

/** Done, with what was delivered; or not possible, with why. */
export function TaskControls({ task, asksForAccess, complete, fail }: TaskControlsProps) {
  const t = useTranslations("tasks");
  const services = useTranslations("services.actions");
  const [open, setOpen] = useState<"complete" | "fail">();
  const common = (of: "complete" | "fail") => ({
    open: open === of,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? of : undefined),
    title: t(`${of}.title`),
    hidden: { taskId: task.id },
    submit: t(`${of}.submit`),
    done: t(`${of}.done`),
  });
  return (
    <span className="inline-flex flex-wrap justify-end gap-2 sm:flex-nowrap">
      {fail && task.kind === "carry_out" && (
        <FormDialog
          {...common("fail")}
          trigger={<Button size="sm">{t("fail.label")}</Button>}
          description={t("fail.text")}
          action={fail}
          fields={["note"]}
        >
          <NoteField label={t("fail.reason")} />
        </FormDialog>
      )}
      {complete && (
        <FormDialog
          {...common("complete")}
          trigger={
            <Button size="sm" variant="primary">
              {t("complete.label")}
            </Button>
          }
          description={t(asksForAccess ? "complete.text" : "complete.plain")}
          action={complete}
          fields={deliveredFields}
        >
          {asksForAccess ? (
            <DeliveredFields userName={task.userName} />
          ) : (
            <NoteField label={services("note")} help={services("noteHelp")} />
          )}
        </FormDialog>
      )}
    </span>
  );
}
