import type { RetentionSettings } from "@/lib/auth/housekeeping/settings";

/** What is forgotten about accounts once it is past its time, in the order in which it is done. */
export const forgettable = [
  "links",
  "challenges",
  "throttles",
  "requests",
  "invitations",
  "devices",
  "impersonations",
  "sessions",
  "unconfirmed",
] as const;
export type Forgettable = (typeof forgettable)[number];

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Rows of a kind that ended before this instant go. Links, challenges and requests are useless by then and stay a little longer only
 * to be looked at when somebody asks why theirs did not work; failed attempts stay as long as they count.
 */
export function forgottenBefore(what: Forgettable, now: Date, kept: RetentionSettings): Date {
  const after: Record<Forgettable, number> = {
    links: 7 * day,
    challenges: day,
    throttles: day,
    requests: 7 * day,
    invitations: 90 * day,
    devices: 400 * day,
    impersonations: 730 * day,
    sessions: kept.sessionDays * day,
    unconfirmed: kept.unconfirmedDays * day,
  };
  return new Date(now.getTime() - after[what]);
}
