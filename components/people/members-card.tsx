import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { InvitationList } from "./invitation-list";
import { InviteButton } from "./invite-button";
import { type MemberActionSet, MemberActions } from "./member-actions";
import { PersonState } from "./person-status";
import { RoleName } from "./role-name";
import type { Choice, InvitationLine, MemberLine } from "./types";

interface MembersCardProps {
  clientId: string;
  members: readonly MemberLine[];
  invitations: readonly InvitationLine[];
  ownId: string | undefined;
  roles: readonly Choice[];
  actions: MemberActionSet & {
    invite?: FormAction<unknown>;
    resend?: FormAction<unknown>;
    revoke?: FormAction<unknown>;
  };
  title: ReactNode;
  /** Where a person's own page is, for staff. */
  personPath?: string;
}

/** Who acts for a client and with which rights, and who was asked to. For staff and for the client's own people. */
export function MembersCard({
  clientId,
  members,
  invitations,
  ownId,
  roles,
  actions,
  title,
  personPath,
}: MembersCardProps) {
  const t = useTranslations("people");
  const invite = actions.invite && roles.length > 0 && (
    <InviteButton action={actions.invite} roles={roles} clientId={clientId} />
  );
  return (
    <Card>
      <CardHeader title={title} actions={invite} />
      {members.length === 0 && invitations.length === 0 && (
        <EmptyState title={t("members.empty.title")} icon={<UsersRound />}>
          {t("members.empty.text")}
        </EmptyState>
      )}
      <ul className="divide-y">
        {members.map((member) => (
          <li key={member.id} className="flex items-center justify-between gap-3 px-4 py-3">
            <div className="grid min-w-0 gap-0.5">
              <p className="flex min-w-0 flex-wrap items-center gap-x-2">
                <span className="wrap-anywhere font-medium">
                  {personPath ? (
                    <TextLink tone="quiet" href={`${personPath}/${member.userId}`}>
                      <bdi>{member.name}</bdi>
                    </TextLink>
                  ) : (
                    <bdi>{member.name}</bdi>
                  )}
                </span>
                <span className="wrap-anywhere text-subtle">
                  <bdi>{member.email}</bdi>
                </span>
              </p>
              <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
                <RoleName role={member.role} name={member.roleName} />
                {member.status !== "ACTIVE" && <PersonState status={member.status} />}
                <span>
                  {t("columns.lastSignIn")}{" "}
                  {member.lastSignInAt ? <DateTime value={member.lastSignInAt} /> : t("never")}
                </span>
              </p>
            </div>
            <MemberActions member={member} isOwn={member.userId === ownId} roles={roles} actions={actions} />
          </li>
        ))}
      </ul>
      {invitations.length > 0 && (
        <div className="border-t">
          <p className="px-4 pt-3 text-muted text-sm">{t("invitations.title")}</p>
          <InvitationList invitations={invitations} resend={actions.resend} revoke={actions.revoke} />
        </div>
      )}
    </Card>
  );
}
