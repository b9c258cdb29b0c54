"use client";

import { Archive, ArchiveRestore, Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { ClientStatus as Status } from "@/lib/clients/rules/status";

interface ClientActionsProps {
  client: { id: string; version: number; name: string; status: Status };
  /** Absent where the person may not. */
  archive?: FormAction<{ id: string }>;
  restore?: FormAction<{ id: string }>;
}

/** What can be done to a client beside changing it. */
export function ClientActions({ client, archive, restore }: ClientActionsProps) {
  const t = useTranslations("clients.actions");
  const text = useProblemText();
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const [action, verb] =
    client.status === "ACTIVE" ? [archive, "archive" as const] : [restore, "restore" as const];
  if (!action) return null;
  const act = action;

  async function confirm() {
    const { error } = await runAction(act, { clientId: client.id, version: client.version });
    if (error) return text.refusal(error);
    toast.success(t(`${verb}.done`));
    router.refresh();
  }

  return (
    <>
      <Menu trigger={<IconButton label={t("more")} tooltip={false} icon={<Ellipsis aria-hidden="true" />} />}>
        <MenuItem
          icon={verb === "archive" ? <Archive aria-hidden="true" /> : <ArchiveRestore aria-hidden="true" />}
          onSelect={() => setIsAsking(true)}
        >
          {t(`${verb}.label`)}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t(`${verb}.title`, { name: client.name })}
        confirmLabel={t(`${verb}.label`)}
        cancelLabel={t("cancel")}
        tone="primary"
        onConfirm={confirm}
      >
        {t(`${verb}.text`)}
      </ConfirmDialog>
    </>
  );
}
