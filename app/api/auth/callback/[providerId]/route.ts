import { afterSignIn, visitorOf, whereFrom } from "@/app/(auth)/sign-in-door";
import { forgetChallenge, heldChallenge, holdsChallenge, keepChallenge } from "@/lib/auth/challenge-cookie";
import { endProviderTrip, type ProvidedIdentity } from "@/lib/auth/next-auth-providers";
import { linkIdentity } from "@/lib/auth/operations/link-identity";
import { signInByProvider } from "@/lib/auth/operations/sign-in-by-provider";
import { loadProvider } from "@/lib/auth/providers/call";
import { actorForSession } from "@/lib/auth/session-actor";
import { Refusal } from "@/lib/core/errors";
import { clientAddress } from "@/lib/core/http/client-address";
import { takeFromQuota } from "@/lib/core/http/rate-limits";
import { requestIdOf } from "@/lib/core/http/request-id";
import { idSchema } from "@/lib/core/ids";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { TooManyRequests } from "@/lib/doors/errors";
import { rememberedNext } from "@/lib/doors/next-cookie";
import { ownOrigin } from "@/lib/doors/own-origin";

type Context = { params: Promise<{ providerId: string }> };

/**
 * Where providers send people back to. The only endpoint of next-auth that is mounted, and only through our own door: its answer is
 * who the provider says it is; whether that signs anybody in or connects accounts, the operations decide.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const cookies: string[] = [];
  const path = await arrive(request, (await params).providerId, cookies).catch(problemPath);
  const headers = new Headers({ Location: path, "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

async function arrive(request: Request, providerId: string, cookies: string[]): Promise<string> {
  const { tenantId } = await visitorOf(request.headers);
  const quota = await takeFromQuota("sign-in", clientAddress(request.headers) ?? "unknown");
  if (quota.isExceeded) throw new TooManyRequests(quota.resetSeconds);
  if (!idSchema.safeParse(providerId).success) return "/sign-in";

  const provider = await loadProvider(tenantId, providerId);
  const url = `${await ownOrigin()}/api/auth/callback/${providerId}${new URL(request.url).search}`;
  const trip = await endProviderTrip(provider, { url, cookie: request.headers.get("cookie") ?? "" });
  cookies.push(...trip.cookies);
  const requestId = requestIdOf(request.headers);
  return (await holdsChallenge("link_identity"))
    ? connect(trip.identity, requestId)
    : enter(trip.identity, visitor(tenantId), requestId);
}

async function enter(identity: ProvidedIdentity, actor: Actor, requestId: string): Promise<string> {
  const hold = await heldChallenge("provider");
  await forgetChallenge("provider");
  const next = await rememberedNext();
  const from = await whereFrom();
  const input = { ...hold, ...from, ...identity };
  const { signedIn, link, registration } = await run(signInByProvider, input, {
    actor,
    requestId,
    address: from.address ?? undefined,
  });
  if (signedIn !== null) return afterSignIn(signedIn, next);
  if (registration !== null) {
    await keepChallenge("provider_registration", registration);
    return "/register/provider";
  }
  if (link === null) throw new Error("A sign-in by a provider has no outcome.");

  await keepChallenge("link_identity", link);
  return `/sign-in?connect=${identity.providerId}&next=${encodeURIComponent(`/connect?provider=${identity.providerId}`)}`;
}

/** Of somebody who is signed in and began it on their security page. */
async function connect(identity: ProvidedIdentity, requestId: string): Promise<string> {
  const actor = await actorForSession();
  if (actor === undefined) return "/sign-in";
  await run(linkIdentity, { ...(await heldChallenge("link_identity")), identity }, { actor, requestId });
  await forgetChallenge("link_identity");
  return actor.audience === "staff" ? "/admin/settings/security" : "/portal/security";
}

/** Refusals are told on the sign-in page, or to whoever is signed in on the page for that. */
async function problemPath(error: unknown): Promise<string> {
  if (!(error instanceof Refusal)) throw error;
  const actor = await actorForSession();
  const page =
    actor === undefined
      ? "/sign-in"
      : actor.audience === "staff"
        ? "/admin/settings/security"
        : "/portal/security";
  return `${page}?problem=${encodeURIComponent(error.code)}`;
}
