"use client";

import { AlertDialog as Primitive } from "@base-ui/react/alert-dialog";
import { type FormEvent, type ReactElement, type ReactNode, useState, useTransition } from "react";
import { cn } from "@/lib/ui/cn";
import { Button } from "./button";
import { dialogPopup, dialogScrim, dialogViewport } from "./dialog-styles";
import { Field } from "./field";
import { FormError } from "./form-error";

interface ConfirmDialogProps {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The question, with the name of the record: "Delete example.com?" */
  title: ReactNode;
  /** What will happen, and to what. */
  children: ReactNode;
  /** The deed, not "Yes": "Delete domain", "Refund 24.00 EUR". */
  confirmLabel: ReactNode;
  cancelLabel: ReactNode;
  tone?: "danger" | "primary";
  /** Only for what cannot be undone: the name that has to be typed, and what to say while it is not. */
  typeToConfirm?: { name: string; label: ReactNode; missing: string };
  /** Runs the deed; the dialog stays, busy, until it is done. Return what went wrong to keep it open and show it. */
  onConfirm: () => Promise<ReactNode | undefined>;
}

/** Asks before something that matters. Closes by its buttons and Escape, never by a press beside it. */
export function ConfirmDialog({ trigger, open, onOpenChange, ...question }: ConfirmDialogProps) {
  const [isOpenInside, setIsOpenInside] = useState(false);
  const isOpen = open ?? isOpenInside;

  function change(next: boolean) {
    setIsOpenInside(next);
    onOpenChange?.(next);
  }

  return (
    <Primitive.Root open={isOpen} onOpenChange={change}>
      {trigger && <Primitive.Trigger render={trigger} />}
      <Primitive.Portal>
        <Primitive.Backdrop className={dialogScrim} />
        <Primitive.Viewport className={dialogViewport}>
          <Primitive.Popup data-slot="confirm-dialog" className={cn(dialogPopup, "sm:max-w-md")}>
            <ConfirmQuestion {...question} onDone={() => change(false)} />
          </Primitive.Popup>
        </Primitive.Viewport>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type ConfirmQuestionProps = Omit<ConfirmDialogProps, "trigger" | "open" | "onOpenChange"> & {
  onDone: () => void;
};

function ConfirmQuestion({
  title,
  children,
  confirmLabel,
  cancelLabel,
  tone = "danger",
  typeToConfirm,
  onConfirm,
  onDone,
}: ConfirmQuestionProps) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<ReactNode>();
  const [isPending, startTransition] = useTransition();
  const isNameMissing = typeToConfirm !== undefined && typed.trim() !== typeToConfirm.name;

  function confirm(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const refused = await onConfirm();
      setProblem(refused);
      if (refused === undefined) onDone();
    });
  }

  return (
    <form onSubmit={confirm}>
      <div className="grid gap-3 p-5">
        <div className="grid gap-1.5">
          <Primitive.Title className="wrap-anywhere font-semibold text-md">{title}</Primitive.Title>
          <Primitive.Description render={<div />} className="text-pretty text-muted">
            {children}
          </Primitive.Description>
        </div>
        <FormError title={problem} />
        {typeToConfirm && (
          <Field
            label={typeToConfirm.label}
            value={typed}
            onValueChange={setTyped}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </div>
      <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3 max-sm:*:flex-1">
        <Primitive.Close render={<Button type="button" disabled={isPending} />}>
          {cancelLabel}
        </Primitive.Close>
        <Button
          variant={tone}
          pending={isPending}
          disabledReason={isNameMissing ? typeToConfirm.missing : undefined}
        >
          {confirmLabel}
        </Button>
      </footer>
    </form>
  );
}
