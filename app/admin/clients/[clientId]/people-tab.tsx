import "server-only";
import { getTranslations } from "next-intl/server";
import type { Page } from "@/app/guarded-page";
import { startImpersonationAction } from "@/app/impersonation-actions";
import {
  changeMembershipRoleAction,
  inviteMemberAction,
  removeMembershipAction,
  resendMemberInvitationAction,
  revokeMemberInvitationAction,
} from "@/app/member-actions";
import { peopleOfClient } from "@/app/people-of-client";
import { MembersCard } from "@/components/people/members-card";
import { changeMembershipRole } from "@/lib/auth/operations/change-membership-role";
import { getUser } from "@/lib/auth/operations/get-user";
import { inviteMember } from "@/lib/auth/operations/invite-member";
import { removeMembership } from "@/lib/auth/operations/remove-membership";
import { resendMemberInvitation } from "@/lib/auth/operations/resend-member-invitation";
import { revokeMemberInvitation } from "@/lib/auth/operations/revoke-member-invitation";
import { startImpersonation } from "@/lib/auth/operations/start-impersonation";

/** Who may sign in for a client, with which rights, and the way to act as one of them. */
export async function peopleTab(page: Page, clientId: string) {
  const { may } = page;
  const [t, people] = await Promise.all([getTranslations("people.members"), peopleOfClient(page, clientId)]);
  return (
    <MembersCard
      {...people}
      title={t("title")}
      personPath={may(getUser) ? "/admin/settings/people" : undefined}
      actions={{
        invite: may(inviteMember) ? inviteMemberAction : undefined,
        resend: may(resendMemberInvitation) ? resendMemberInvitationAction : undefined,
        revoke: may(revokeMemberInvitation) ? revokeMemberInvitationAction : undefined,
        changeRole: may(changeMembershipRole) ? changeMembershipRoleAction : undefined,
        remove: may(removeMembership) ? removeMembershipAction : undefined,
        impersonate: may(startImpersonation) ? startImpersonationAction : undefined,
      }}
    />
  );
}
