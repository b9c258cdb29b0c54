import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { keepChallenge } from "@/lib/auth/challenge-cookie";
import { browserSecret } from "@/lib/auth/device-cookie";
import { startBrowserSession } from "@/lib/auth/next-auth";
import { signOut } from "@/lib/auth/operations/sign-out";
import type { SignedInView } from "@/lib/auth/schema";
import { actorForSession } from "@/lib/auth/session-actor";
import { Refusal } from "@/lib/core/errors";
import { clientAddress } from "@/lib/core/http/client-address";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { UnknownHost } from "@/lib/doors/errors";
import { safeNextPath } from "@/lib/doors/next-path";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

type SignedIn = z.output<typeof SignedInView>;

/** Whoever signs in acts as a visitor of the host's company, also when somebody is signed in here. */
export async function visitorOf(given: Headers): Promise<Actor> {
  const tenantId = await tenantForHost(given.get("host") ?? "");
  if (tenantId === undefined) throw new UnknownHost();
  return visitor(tenantId);
}

/** For the list of one's sessions: the browser, without control characters, the address, and the cookie that tells browsers apart. */
export async function whereFrom() {
  const given = await headers();
  const userAgent = given
    .get("user-agent")
    ?.replace(/[\p{Cc}\u2028\u2029]/gu, " ")
    .slice(0, 400)
    .trim();
  const deviceSecret = await browserSecret();
  return { userAgent: userAgent || null, address: clientAddress(given) ?? null, deviceSecret };
}

const pages = {
  second_factor: "/sign-in/second-factor",
  second_factor_setup: "/sign-in/set-up-factor",
} as const;

/**
 * What every door for signing in does at last: the cookie of the session, or of the sign-in that waits for its second factor,
 * and on to where the person wanted to go (`next`, checked here) or has to go.
 */
export async function finishSignIn(signedIn: SignedIn, next: unknown): Promise<never> {
  redirect(await afterSignIn(signedIn, next));
}

/** As `finishSignIn`, for doors that redirect by themselves: the path to go to. */
export async function afterSignIn(signedIn: SignedIn, next: unknown): Promise<`/${string}`> {
  const path = safeNextPath(next);
  if (signedIn.step === "signed_in") {
    await beginSession(signedIn);
    return path ?? (signedIn.kind === "STAFF" ? "/admin" : "/portal");
  }
  const { step, challengeId, challengeSecret } = signedIn;
  if (challengeId === null || challengeSecret === null)
    throw new Error("A sign-in waits without a challenge.");
  await keepChallenge(step, { challengeId, challengeSecret });
  return path === undefined ? pages[step] : `${pages[step]}?next=${encodeURIComponent(path)}`;
}

/** A session that this browser had before is ended: nobody keeps one that was there before they signed in (F-35). */
export async function beginSession({ userId, sessionId }: SignedIn): Promise<void> {
  if (sessionId === null) throw new Error("There is no session to begin.");
  const { tenantId } = await visitorOf(await headers());
  const previous = await actorForSession();
  await startBrowserSession({ userId, tenantId, sessionId });
  if (previous) await run(signOut, {}, { actor: previous }).catch(ignoreRefusal);
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
