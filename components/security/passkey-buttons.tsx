"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { SubmitButton } from "@/components/forms/submit-button";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import type { PasskeyActions, PasskeyLine } from "./actions";
import { useFactorChanged } from "./use-factor-changed";

interface PasskeyButtonsProps {
  passkey: PasskeyLine;
  actions: PasskeyActions;
}

/** Rename and remove. */
export function PasskeyButtons({ passkey, actions }: PasskeyButtonsProps) {
  const t = useTranslations("passkeys.remove");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();
  const changed = useFactorChanged(actions.endOthers);

  async function remove() {
    const { error } = await runAction(actions.remove, { passkeyId: passkey.id });
    if (error) return text.refusal(error);
    changed(t("done"));
    router.refresh();
  }

  return (
    <div className="flex flex-wrap gap-2">
      <RenamePasskey passkey={passkey} actions={actions} />
      <ConfirmDialog
        trigger={
          <Button size="sm" aria-label={t("labelOf", { name: passkey.name })}>
            {t("label")}
          </Button>
        }
        title={t("title", { name: passkey.name })}
        confirmLabel={t("confirm")}
        cancelLabel={common("cancel")}
        onConfirm={remove}
      >
        {t("text")}
      </ConfirmDialog>
    </div>
  );
}

function RenamePasskey({ passkey, actions }: PasskeyButtonsProps) {
  const t = useTranslations("passkeys");
  const common = useTranslations("common");
  const shell = useTranslations("shell");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);

  function finish() {
    setIsOpen(false);
    router.refresh();
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="sm" aria-label={t("rename.labelOf", { name: passkey.name })}>
          {t("rename.label")}
        </Button>
      }
      title={t("rename.title")}
      closeLabel={shell("close")}
    >
      <ActionForm action={actions.rename} onDone={finish} fields={["name"]} guardsChanges={false}>
        <input type="hidden" name="passkeyId" value={passkey.id} />
        <FormField
          name="name"
          label={t("name")}
          defaultValue={passkey.name}
          maxLength={60}
          autoFocus
          required
        />
        <SubmitButton className="justify-self-end">{common("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
