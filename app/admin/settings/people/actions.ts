"use server";

import { changeUserRole } from "@/lib/auth/operations/change-user-role";
import { endUserSession } from "@/lib/auth/operations/end-user-session";
import { inviteStaff } from "@/lib/auth/operations/invite-staff";
import { reactivateUser } from "@/lib/auth/operations/reactivate-user";
import { removeUser } from "@/lib/auth/operations/remove-user";
import { resendStaffInvitation } from "@/lib/auth/operations/resend-staff-invitation";
import { revokeStaffInvitation } from "@/lib/auth/operations/revoke-staff-invitation";
import { suspendUser } from "@/lib/auth/operations/suspend-user";
import { serverAction } from "@/lib/doors/server-action";

export const inviteStaffAction = serverAction(inviteStaff);
export const resendStaffInvitationAction = serverAction(resendStaffInvitation);
export const revokeStaffInvitationAction = serverAction(revokeStaffInvitation);
export const changeUserRoleAction = serverAction(changeUserRole);
export const suspendUserAction = serverAction(suspendUser);
export const reactivateUserAction = serverAction(reactivateUser);
export const removeUserAction = serverAction(removeUser);
export const endUserSessionAction = serverAction(endUserSession);
