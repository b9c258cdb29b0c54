import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const ofUser = z.object({ userId: idSchema });
const ofMembership = z.object({ membershipId: idSchema, userId: idSchema, clientId: idSchema });
const ofInvitation = z.object({ invitationId: idSchema });
const ofRole = z.object({ roleId: idSchema });
const ofImpersonation = z.object({ sessionId: idSchema, userId: idSchema });

export const userSuspended = event("auth/user.suspended", ofUser, (p) => p.userId);
export const userReactivated = event("auth/user.reactivated", ofUser, (p) => p.userId);
export const userRoleChanged = event("auth/user.role-changed", ofUser, (p) => p.userId);
export const userRemoved = event("auth/user.removed", ofUser, (p) => p.userId);
export const membershipChanged = event("auth/membership.changed", ofMembership, (p) => p.userId);
export const membershipRemoved = event("auth/membership.removed", ofMembership, (p) => p.userId);
export const invitationSent = event("auth/invitation.sent", ofInvitation, (p) => p.invitationId);
export const invitationRevoked = event("auth/invitation.revoked", ofInvitation, (p) => p.invitationId);
export const roleCreated = event("auth/role.created", ofRole, (p) => p.roleId);
export const roleUpdated = event("auth/role.updated", ofRole, (p) => p.roleId);
export const roleDeleted = event("auth/role.deleted", ofRole, (p) => p.roleId);
export const impersonationStarted = event("auth/impersonation.started", ofImpersonation, (p) => p.userId);
export const impersonationEnded = event("auth/impersonation.ended", ofImpersonation, (p) => p.userId);
