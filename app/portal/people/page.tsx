import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import {
  changeMembershipRoleAction,
  inviteMemberAction,
  removeMembershipAction,
  resendMemberInvitationAction,
  revokeMemberInvitationAction,
} from "@/app/member-actions";
import { peopleOfClient } from "@/app/people-of-client";
import { MembersCard } from "@/components/people/members-card";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { changeMembershipRole } from "@/lib/auth/operations/change-membership-role";
import { inviteMember } from "@/lib/auth/operations/invite-member";
import { listMemberships } from "@/lib/auth/operations/list-memberships";
import { removeMembership } from "@/lib/auth/operations/remove-membership";
import { resendMemberInvitation } from "@/lib/auth/operations/resend-member-invitation";
import { revokeMemberInvitation } from "@/lib/auth/operations/revoke-member-invitation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.members");
  return { title: t("title") };
}

export default guardedPage(
  listMemberships,
  async (page) => {
    const { actor, may } = page;
    if (actor.clientId === undefined) notFound();
    const [t, people] = await Promise.all([
      getTranslations("people.members"),
      peopleOfClient(page, actor.clientId),
    ]);
    return (
      <PageLayout width="form">
        <PageHeader title={t("title")} description={t("description")} />
        <MembersCard
          {...people}
          title={t("who")}
          actions={{
            invite: may(inviteMember) ? inviteMemberAction : undefined,
            resend: may(resendMemberInvitation) ? resendMemberInvitationAction : undefined,
            revoke: may(revokeMemberInvitation) ? revokeMemberInvitationAction : undefined,
            changeRole: may(changeMembershipRole) ? changeMembershipRoleAction : undefined,
            remove: may(removeMembership) ? removeMembershipAction : undefined,
          }}
        />
      </PageLayout>
    );
  },
  { audience: "client" },
);
