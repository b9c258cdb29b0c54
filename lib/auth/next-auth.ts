import { AsyncLocalStorage } from "node:async_hooks";
import { cookies } from "next/headers";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cookieHours } from "@/lib/auth/rules/sessions";
import { config } from "@/lib/core/config/load";
import { isSecure } from "@/lib/core/http/hosts";
import { log } from "@/lib/core/log";

/**
 * The only file that knows next-auth. Every way to sign in ends in an operation that writes a session row; next-auth turns the
 * row into an encrypted cookie, and back into a claim. Who that is and what they may do comes from the database
 * (lib/auth/session-actor.ts). Its HTTP endpoints are not mounted: there is no second door beside our own.
 */
export type SessionClaims = { userId: string; tenantId: string; sessionId: string };

declare module "next-auth" {
  interface User {
    claims?: SessionClaims;
  }
}

const maxAge = cookieHours * 3_600;
/** The session that is being turned into a cookie. Set by our own code only, so nothing a browser sends can name one. */
const starting = new AsyncLocalStorage<SessionClaims>();

/** A `__Host-` cookie belongs to one host, never travels in clear and cannot be set by a neighbouring subdomain. */
function cookie(name: "session-token" | "callback-url") {
  const secure = isSecure();
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return { name: `${secure ? "__Host-" : ""}authjs.${name}`, options };
}

// Lazy: the configuration is not there while the product is built.
const { signIn, signOut } = NextAuth(() => ({
  secret: config().AUTH_SECRET,
  trustHost: true,
  basePath: "/api/auth",
  useSecureCookies: isSecure(),
  cookies: { sessionToken: cookie("session-token"), callbackUrl: cookie("callback-url") },
  session: { strategy: "jwt", maxAge },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      authorize() {
        const claims = starting.getStore();
        return claims === undefined ? null : { id: claims.userId, claims };
      },
    }),
  ],
  callbacks: {
    // The token names the session and nothing else: rights are never read from a cookie.
    jwt: ({ token, user }) =>
      user?.claims
        ? { sub: user.claims.userId, tid: user.claims.tenantId, sid: user.claims.sessionId }
        : token,
  },
  logger: {
    error: (error) => log.warn("sign-in failed", { name: error.name }),
    warn: () => {},
  },
}));

/** Gives this browser the cookie of a session that was just written. It replaces whatever cookie came in (F-35). */
export async function startBrowserSession(claims: SessionClaims): Promise<void> {
  await starting.run(claims, () => signIn("credentials", { redirect: false, redirectTo: "/" }));
}

/** Takes the cookie away from this browser. The row is ended by the operation `auth.session.signOut`. */
export async function endBrowserSession(): Promise<void> {
  await signOut({ redirect: false, redirectTo: "/" });
}

/** What the request's cookie claims, or undefined. It proves only that we issued it; the session itself is a row. */
export async function sessionClaims(): Promise<SessionClaims | undefined> {
  const { name } = cookie("session-token");
  const token = (await cookies()).get(name)?.value;
  if (!token) return undefined;

  const claims = await decode({ token, secret: config().AUTH_SECRET, salt: name }).catch(() => null);
  const { sub: userId, tid: tenantId, sid: sessionId } = claims ?? {};
  if (typeof userId !== "string" || typeof tenantId !== "string" || typeof sessionId !== "string") {
    return undefined;
  }
  return { userId, tenantId, sessionId };
}
