"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { changeMembershipRole } from "@/lib/auth/operations/change-membership-role";
import { inviteMember } from "@/lib/auth/operations/invite-member";
import { removeMembership } from "@/lib/auth/operations/remove-membership";
import { resendMemberInvitation } from "@/lib/auth/operations/resend-member-invitation";
import { revokeMemberInvitation } from "@/lib/auth/operations/revoke-member-invitation";
import { switchClient } from "@/lib/auth/operations/switch-client";
import { serverAction } from "@/lib/doors/server-action";

export const inviteMemberAction = serverAction(inviteMember);
export const resendMemberInvitationAction = serverAction(resendMemberInvitation);
export const revokeMemberInvitationAction = serverAction(revokeMemberInvitation);
export const changeMembershipRoleAction = serverAction(changeMembershipRole);
export const removeMembershipAction = serverAction(removeMembership);

/** Acts for another client from now on. Nothing that was shown of the one before stays. */
export const switchClientAction = serverAction(switchClient, {
  after() {
    revalidatePath("/portal", "layout");
    redirect("/portal");
  },
});
