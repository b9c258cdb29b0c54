"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

interface MergeButtonProps {
  from: { id: string; version: number; name: string };
  into: { id: string; version: number; name: string };
  refusedBy: string | null;
  action: FormAction<{ id: string }>;
}

/** Makes one client of two, after the name of the one that goes was typed. */
export function MergeButton({ from, into, refusedBy, action }: MergeButtonProps) {
  const t = useTranslations("clients.merge");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();

  async function merge() {
    const values = { clientId: from.id, version: from.version, intoId: into.id, intoVersion: into.version };
    const { error } = await runAction(action, values);
    if (error) return text.refusal(error);
    toast.success(t("done"));
    router.push(`/admin/clients/${into.id}`);
  }

  return (
    <ConfirmDialog
      trigger={
        <Button
          type="button"
          variant="danger"
          disabledReason={refusedBy ? text.refusal({ code: refusedBy }) : undefined}
        >
          {t("merge")}
        </Button>
      }
      title={t("title", { from: from.name, into: into.name })}
      confirmLabel={t("merge")}
      cancelLabel={common("cancel")}
      typeToConfirm={{ name: from.name, label: t("type", { name: from.name }), missing: t("typeMissing") }}
      onConfirm={merge}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
