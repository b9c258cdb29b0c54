"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";

interface FormDialogProps {
  trigger?: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  action: FormAction<unknown>;
  /** Sent along, unseen: which record, in which version. */
  hidden: Readonly<Record<string, string | number>>;
  /** Names of the fields inside. */
  fields: readonly string[];
  submit: string;
  /** What is told after success. */
  done: string;
  children?: ReactNode;
}

/** A few questions in front of the page, sent to one operation. */
export function FormDialog({ action, hidden, fields, submit, done, children, ...dialog }: FormDialogProps) {
  const common = useTranslations("common");
  const shell = useTranslations("shell");
  const router = useRouter();

  function finish() {
    dialog.onOpenChange(false);
    toast.success(done);
    router.refresh();
  }

  return (
    <Dialog closeLabel={shell("close")} {...dialog}>
      <ActionForm action={action} fields={fields} guardsChanges={false} onDone={finish}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div className="flex flex-wrap justify-end gap-2 max-sm:*:flex-1">
          <DialogClose>
            <Button type="button">{common("cancel")}</Button>
          </DialogClose>
          <SubmitButton>{submit}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
