"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import type { PasskeyActions } from "./actions";
import { madePasskey } from "./passkey-browser";
import { useFactorChanged } from "./use-factor-changed";

/** Asks for a name and has the browser make a passkey. */
export function AddPasskey({ actions }: { actions: PasskeyActions }) {
  const t = useTranslations("passkeys");
  const shell = useTranslations("shell");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="sm">
          <Plus aria-hidden="true" />
          {t("add")}
        </Button>
      }
      title={t("addTitle")}
      description={t("addText")}
      closeLabel={shell("close")}
    >
      <NewPasskey actions={actions} onDone={() => setIsOpen(false)} />
    </Dialog>
  );
}

function NewPasskey({ actions, onDone }: { actions: PasskeyActions; onDone: () => void }) {
  const t = useTranslations("passkeys");
  const text = useProblemText();
  const router = useRouter();
  const changed = useFactorChanged(actions.endOthers);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isPending, startTransition] = useTransition();

  async function make(): Promise<string | undefined> {
    const begun = await runAction(actions.begin, {});
    if (begun.value === undefined) return begun.error && text.refusal(begun.error);
    const response = await madePasskey(begun.value.options);
    if (response === undefined) return t("notMade");

    const { error } = await runAction(actions.register, { response, name: name.trim() || t("usualName") });
    if (error) return text.refusal(error);
    changed(t("done"));
    onDone();
    router.refresh();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => setProblem(await make()));
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <FormError title={problem} />
      <Field
        label={t("name")}
        help={t("nameHelp")}
        value={name}
        onValueChange={setName}
        maxLength={60}
        autoComplete="off"
        autoFocus
      />
      <Button variant="primary" pending={isPending} className="justify-self-end">
        {t("create")}
      </Button>
    </form>
  );
}
