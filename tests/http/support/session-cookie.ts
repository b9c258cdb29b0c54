import { encode } from "next-auth/jwt";
import { config } from "@/lib/core/config/load";

type Session = { tenantId: string; sessionId: string; userId: string };

const cookieName = "authjs.session-token";

/** The cookie of a session as `lib/auth/next-auth.ts` makes it. For scripts that run with the product's environment. */
export async function sessionCookie({ tenantId, sessionId, userId }: Session): Promise<string> {
  const token = { sub: userId, tid: tenantId, sid: sessionId };
  const value = await encode({ token, secret: config().AUTH_SECRET, salt: cookieName });
  return `${cookieName}=${value}`;
}
