import "server-only";
import { actorForApiKey } from "@/lib/auth/api-key-actor";
import { TenantSuspended } from "@/lib/core/errors";
import { isKnownHost, isOwnOrigin } from "@/lib/core/http/hosts";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { ForeignOrigin, InvalidCredentials, UnknownHost } from "@/lib/doors/errors";
import { isSuspended } from "@/lib/tenants/suspension";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

/** Where the parts of an answer come from; tests of the doors bring their own. */
export type ActorSources = {
  isKnownHost(host: string): Promise<boolean>;
  tenantForHost(host: string): Promise<string | undefined>;
  actorForApiKey(tenantId: string, secret: string): Promise<Actor | undefined>;
  actorForSession(): Promise<Actor | undefined>;
  /** Whether a company is suspended; without it none is. */
  isSuspended?(tenantId: string): Promise<boolean>;
};

export type RequestHead = { readonly method?: string; readonly headers: Headers };

let sessions: Promise<typeof import("@/lib/auth/session-actor")> | undefined;

export const productSources: ActorSources = {
  isKnownHost,
  tenantForHost,
  actorForApiKey,
  // Loaded when first asked for: a machine's request never loads what signs people in.
  actorForSession: async () => {
    sessions ??= import("@/lib/auth/session-actor");
    return (await sessions).actorForSession();
  },
  isSuspended,
};

/**
 * Who sends a request: the tenant by its host; then the API key in `Authorization: Bearer p1_…`, or else the session cookie, or
 * else a visitor. Asked anew at each request, so that a revoked key or session is dead at the next one.
 * Throws UnknownHost, InvalidCredentials (a key was sent that opens nothing), TenantSuspended (a key or session came to a suspended
 * company) or ForeignOrigin (a cookie came from another site).
 */
export async function actorFromRequest(
  request: RequestHead,
  sources: ActorSources = productSources,
): Promise<Actor> {
  const authorization = request.headers.get("authorization");
  if (authorization === null) return personFromRequest(request, sources);

  const tenantId = await tenantOf(request.headers, sources);
  const secret = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization)?.[1];
  const actor = secret === undefined ? undefined : await sources.actorForApiKey(tenantId, secret);
  if (actor !== undefined) return actor;
  // A suspended company's keys open nothing; whoever has one is told why.
  await refuseSuspended(tenantId, sources);
  throw new InvalidCredentials();
}

/** As `actorFromRequest`, for doors that only people use: the session cookie, or else a visitor. */
export async function personFromRequest(
  request: RequestHead,
  sources: ActorSources = productSources,
): Promise<Actor> {
  const tenantId = await tenantOf(request.headers, sources);
  if (!hasSessionCookie(request.headers)) return visitor(tenantId);

  const actor = await sources.actorForSession();
  // The session belongs to the tenant whose page gave it; on another tenant's host it is nobody's.
  if (actor === undefined || actor.tenantId !== tenantId) {
    await refuseSuspended(tenantId, sources);
    return visitor(tenantId);
  }
  if (!(await isFromOwnSite(request))) throw new ForeignOrigin();
  return actor;
}

async function tenantOf(headers: Headers, sources: ActorSources): Promise<string> {
  const host = headers.get("host") ?? "";
  const tenantId = (await sources.isKnownHost(host)) ? await sources.tenantForHost(host) : undefined;
  if (tenantId === undefined) throw new UnknownHost();
  return tenantId;
}

async function refuseSuspended(tenantId: string, sources: ActorSources): Promise<void> {
  if (await sources.isSuspended?.(tenantId)) throw new TenantSuspended();
}

function hasSessionCookie(headers: Headers): boolean {
  return /(?:^|;\s*)(?:__Secure-|__Host-)?(?:authjs|next-auth)\.session-token(?:\.\d+)?=/.test(
    headers.get("cookie") ?? "",
  );
}

/** A browser names the page's origin with every change; with a plain read it says at least that the page is of this site. */
async function isFromOwnSite({ method = "GET", headers }: RequestHead): Promise<boolean> {
  const origin = headers.get("origin");
  if (origin !== null) return isOwnOrigin(origin, headers.get("host"));
  const isRead = method === "GET" || method === "HEAD";
  return isRead && headers.get("sec-fetch-site") === "same-origin";
}
