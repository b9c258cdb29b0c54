/** How long a session lasts: at most so long after sign-in, and so long after the last visit. */
export const sessionLimits = { absoluteDays: 30, idleDays: 7 } as const;

const dayMs = 86_400_000;

export function sessionExpiry(signedInAt: Date): Date {
  return new Date(signedInAt.getTime() + sessionLimits.absoluteDays * dayMs);
}
