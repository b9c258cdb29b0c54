import { cookies } from "next/headers";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { authorizePassword } from "@/lib/auth/authorize-password";
import { sessionLimits } from "@/lib/auth/rules/sessions";
import { config } from "@/lib/core/config/load";
import { log } from "@/lib/core/log";

/**
 * The only file that knows next-auth. It makes and clears the encrypted session cookie; who is signed in, and what they may
 * do, comes from the database (lib/auth/session-actor.ts). Its HTTP endpoints are not mounted: sign-in starts from a server
 * action, so there is no second door beside ours.
 */
declare module "next-auth" {
  interface User {
    tenantId?: string;
    sessionId?: string;
  }
}

const maxAge = sessionLimits.absoluteDays * 86_400;

/** A `__Host-` cookie belongs to one host, is never sent in clear and cannot be set by a neighbouring subdomain. */
function sessionCookie() {
  const secure = new URL(config().APP_URL).protocol === "https:";
  return {
    name: secure ? "__Host-authjs.session-token" : "authjs.session-token",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

// Lazy: the configuration is not there while the product is built.
export const { signIn, signOut } = NextAuth(() => ({
  secret: config().AUTH_SECRET,
  trustHost: true,
  basePath: "/api/auth",
  useSecureCookies: sessionCookie().options.secure,
  cookies: { sessionToken: sessionCookie() },
  session: { strategy: "jwt", maxAge },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: (credentials, request) => authorizePassword(credentials, request.headers),
    }),
  ],
  callbacks: {
    // Called at sign-in only. The token names the session and nothing else: rights are never read from a cookie.
    jwt: ({ token, user }) => (user ? { sub: user.id, tid: user.tenantId, sid: user.sessionId } : token),
  },
  logger: {
    error: (error) => log.info("sign-in refused", { name: error.name }),
    warn: () => {},
  },
}));

export type SessionClaims = { userId: string; tenantId: string; sessionId: string };

/** What the request's cookie claims, or undefined. It proves only that we issued it; the session itself is a row. */
export async function sessionClaims(): Promise<SessionClaims | undefined> {
  const { name } = sessionCookie();
  const token = (await cookies()).get(name)?.value;
  if (!token) return undefined;

  const claims = await decode({ token, secret: config().AUTH_SECRET, salt: name }).catch(() => null);
  const { sub: userId, tid: tenantId, sid: sessionId } = claims ?? {};
  if (typeof userId !== "string" || typeof tenantId !== "string" || typeof sessionId !== "string") {
    return undefined;
  }
  return { userId, tenantId, sessionId };
}
