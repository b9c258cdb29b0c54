/** How long a session lasts: at most so long after sign-in, and so long after the last visit. */
export type SessionPolicy = { readonly absoluteHours: number; readonly idleMinutes: number };

/** For so long the browser keeps its cookie: the longest that a company can set. The session itself ends by its row. */
export const cookieHours = 90 * 24;

/** When a session that begins now ends for certain. */
export function sessionExpiry({ absoluteHours }: SessionPolicy, signedInAt: Date): Date {
  return new Date(signedInAt.getTime() + absoluteHours * 3_600_000);
}
