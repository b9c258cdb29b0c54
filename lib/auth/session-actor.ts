import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { sessionClaims } from "@/lib/auth/next-auth";
import { findSessionHolder, type SignedIn } from "@/lib/auth/session-holder";
import type { Actor } from "@/lib/core/operation/actor";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

/**
 * The person who is signed in on this request, or undefined. The cookie only names a session: user, role and validity come
 * from the database (S-52), once per request while a page renders. A session counts on its own tenant's hosts only.
 */
export const signedIn = cache(async (): Promise<SignedIn | undefined> => {
  const claims = await sessionClaims();
  if (claims === undefined) return undefined;

  const host = (await headers()).get("host") ?? "";
  if ((await tenantForHost(host)) !== claims.tenantId) return undefined;
  return findSessionHolder(claims);
});

/** The actor of this request's session cookie, or undefined. */
export async function actorForSession(): Promise<Actor | undefined> {
  return (await signedIn())?.actor;
}
