import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const ofSession = z.object({ sessionId: idSchema, userId: idSchema });
const ofUser = z.object({ userId: idSchema });
const ofApiKey = z.object({ apiKeyId: idSchema });

export const userCreated = event("auth/user.created", z.object({ userId: idSchema }), (p) => p.userId);
export const userConfirmed = event("auth/user.confirmed", ofUser, (p) => p.userId);
/** An account whose address nobody confirmed in time is gone. */
export const userForgotten = event("auth/user.forgotten", ofUser, (p) => p.userId);
export const passwordChanged = event("auth/password.changed", ofUser, (p) => p.userId);
export const emailChanged = event("auth/email.changed", ofUser, (p) => p.userId);
export const invitationAccepted = event(
  "auth/invitation.accepted",
  z.object({ invitationId: idSchema, userId: idSchema }),
  (p) => p.invitationId,
);
export const sessionStarted = event("auth/session.started", ofSession, (p) => p.userId);
export const sessionEnded = event("auth/session.ended", ofSession, (p) => p.userId);
export const sessionsEnded = event(
  "auth/sessions.ended",
  z.object({ userId: idSchema, reason: z.string(), count: z.number().int() }),
  (p) => p.userId,
);

/** The user is null where there is no such account. The key stands for the address that was tried. */
const attempt = z.object({ key: z.string(), userId: idSchema.nullable() });
export const signInFailed = event(
  "auth/sign-in.failed",
  attempt.extend({ from: z.string().nullable() }),
  (p) => p.key,
);
export const accountLocked = event(
  "auth/account.locked",
  attempt.extend({ until: z.iso.datetime() }),
  (p) => p.key,
);
export const accountRequested = event(
  "auth/account.requested",
  z.object({ requestId: idSchema, kind: z.string() }),
  (p) => p.requestId,
);
export const apiKeyCreated = event("auth/api-key.created", ofApiKey, (p) => p.apiKeyId);
export const apiKeyRevoked = event("auth/api-key.revoked", ofApiKey, (p) => p.apiKeyId);

export const secondFactorAdded = event("auth/second-factor.added", ofUser, (p) => p.userId);
export const secondFactorRemoved = event("auth/second-factor.removed", ofUser, (p) => p.userId);
export const recoveryCodesRenewed = event("auth/recovery-codes.renewed", ofUser, (p) => p.userId);
export const secondFactorPolicyChanged = event(
  "auth/second-factor-policy.changed",
  z.object({ tenantId: idSchema }),
  (p) => p.tenantId,
);
export const identityLinked = event("auth/identity.linked", ofUser, (p) => p.userId);
export const identityUnlinked = event("auth/identity.unlinked", ofUser, (p) => p.userId);

const ofProvider = z.object({ providerId: idSchema });
export const providerCreated = event("auth/provider.created", ofProvider, (p) => p.providerId);
export const providerChanged = event("auth/provider.changed", ofProvider, (p) => p.providerId);
