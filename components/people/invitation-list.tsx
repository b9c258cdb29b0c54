"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { toast } from "@/components/ui/toast";
import { RoleName } from "./role-name";
import { type InvitationLine, invitationTones } from "./types";

interface InvitationListProps {
  invitations: readonly InvitationLine[];
  resend?: FormAction<unknown>;
  revoke?: FormAction<unknown>;
}

/** Who was asked and has not answered. */
export function InvitationList({ invitations, resend, revoke }: InvitationListProps) {
  const t = useTranslations("people");
  return (
    <ul className="divide-y">
      {invitations.map((invitation) => (
        <li
          key={invitation.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3"
        >
          <div className="grid min-w-0 gap-0.5">
            <p className="flex min-w-0 flex-wrap items-center gap-x-2">
              <span className="wrap-anywhere font-medium">
                <bdi>{invitation.name ?? invitation.email}</bdi>
              </span>
              {invitation.name && (
                <span className="wrap-anywhere text-subtle">
                  <bdi>{invitation.email}</bdi>
                </span>
              )}
            </p>
            <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
              <RoleName role={invitation.role} name={invitation.roleName} />
              <StatusBadge
                status={invitation.status}
                tones={invitationTones}
                label={t(`invitations.status.${invitation.status}`)}
                look="plain"
              />
              <span>
                {t("invitations.until")} <DateTime value={invitation.expiresAt} />
              </span>
            </p>
          </div>
          <div className="flex gap-2">
            {resend && <Resend invitation={invitation} action={resend} />}
            {revoke && <Withdraw invitation={invitation} action={revoke} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Resend({ invitation, action }: { invitation: InvitationLine; action: FormAction<unknown> }) {
  const t = useTranslations("people.invitations.resend");
  const text = useProblemText();
  const router = useRouter();
  const [isPending, start] = useTransition();
  const send = () =>
    start(async () => {
      const { error } = await runAction(action, { invitationId: invitation.id });
      if (error) toast.error(text.refusal(error));
      else toast.success(t("done"));
      router.refresh();
    });
  return (
    <Button
      size="sm"
      pending={isPending}
      onClick={send}
      aria-label={t("labelOf", { email: invitation.email })}
    >
      {t("label")}
    </Button>
  );
}

function Withdraw({ invitation, action }: { invitation: InvitationLine; action: FormAction<unknown> }) {
  const t = useTranslations("people.invitations.revoke");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();

  async function confirm() {
    const { error } = await runAction(action, { invitationId: invitation.id });
    if (error) return text.refusal(error);
    toast.success(t("done"));
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="ghost" aria-label={t("labelOf", { email: invitation.email })}>
          {t("label")}
        </Button>
      }
      title={t("title", { email: invitation.email })}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      onConfirm={confirm}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
