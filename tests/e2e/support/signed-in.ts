import { encode } from "next-auth/jwt";
import { aPassword, enter } from "@/lib/auth/testing";
import { config } from "@/lib/core/config/load";

/** Somebody whom a journey can be, with the cookie that says so. */
export type Person = {
  name: string;
  email: string;
  password: string;
  sessionCookie: { name: string; value: string };
};

/** A session as `lib/auth/next-auth.ts` makes it, so that a journey need not begin at the form. */
export async function signedIn(
  tenantId: string,
  { name, email }: { name: string; email: string },
  now?: Date,
): Promise<Person> {
  const { sessionId, userId } = await enter(tenantId, email, now && { now });
  const cookieName = "authjs.session-token";
  const token = { sub: userId, tid: tenantId, sid: sessionId };
  const value = await encode({ token, secret: config().AUTH_SECRET, salt: cookieName });
  return { name, email, password: aPassword, sessionCookie: { name: cookieName, value } };
}
