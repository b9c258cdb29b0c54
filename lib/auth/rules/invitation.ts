/** How long an invitation waits for its answer. */
export const invitationDays = 7;

const dayMs = 86_400_000;

export function invitationExpiry(sentAt: Date): Date {
  return new Date(sentAt.getTime() + invitationDays * dayMs);
}

export const invitationStatuses = ["OPEN", "EXPIRED", "ACCEPTED", "REVOKED"] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

type Dates = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

export function invitationStatus({ acceptedAt, revokedAt, expiresAt }: Dates, now: Date): InvitationStatus {
  if (acceptedAt !== null) return "ACCEPTED";
  if (revokedAt !== null) return "REVOKED";
  return expiresAt <= now ? "EXPIRED" : "OPEN";
}
