import { createHash } from "node:crypto";
import type pg from "pg";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import type { ActorSources } from "@/lib/doors/actor";

/** Actors by bearer token, for tests of the doors: no key and no session has to exist. */
export type Doorkeeper = ActorSources & { letIn(actor: Actor): string };

export function aDoorkeeper(tenantOfHost: (host: string) => string | undefined): Doorkeeper {
  const actors = new Map<string, Actor>();
  return {
    letIn(actor) {
      const token = `token-${actors.size + 1}-${newId()}`;
      actors.set(token, actor);
      return token;
    },
    isKnownHost: async (host) => tenantOfHost(host) !== undefined,
    tenantForHost: async (host) => tenantOfHost(host),
    actorForApiKey: async (tenantId, secret) => {
      const actor = actors.get(secret);
      return actor?.tenantId === tenantId ? actor : undefined;
    },
    actorForSession: async () => undefined,
  };
}

type Call = {
  token?: string;
  host?: string;
  body?: unknown;
  /** Sent as it is instead of `body`. */
  raw?: BodyInit;
  headers?: Record<string, string>;
};

/** A request as the REST door receives it. */
export function apiRequest(method: string, path: string, call: Call = {}): Request {
  const { token, host = "localhost:3000", body, raw, headers = {} } = call;
  const hasJson = body !== undefined || raw !== undefined;
  const all = new Headers({
    ...(hasJson && { "content-type": "application/json" }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  });
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  all.set("host", host);
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return new Request(`http://${host}/api/v1${path}`, {
    method,
    headers: all,
    ...(content !== undefined && { body: content }),
    ...(content instanceof ReadableStream && { duplex: "half" }),
  });
}

export type KeyRow = { scopes?: string[]; expiresAt?: Date | null; role?: string };

/** A user and an API key of theirs, inserted behind the curtain. Returns the secret. */
export async function anApiKey(owner: pg.Pool, tenantId: string, row: KeyRow = {}): Promise<string> {
  const { scopes = ["*"], expiresAt = null, role = "owner" } = row;
  const [userId, keyId] = [newId(), newId()];
  const secret = `p1_${createHash("sha256").update(keyId).digest("base64url")}`;
  await owner.query(
    `insert into users (id, tenant_id, kind, role, email, name, created_at, updated_at)
     values ($1, $2, 'STAFF', $3, $4, 'Grace Hopper', now(), now())`,
    [userId, tenantId, role, `${userId}@example.com`],
  );
  await owner.query(
    `insert into api_keys (id, tenant_id, name, prefix, secret_hash, scopes, created_by_id, expires_at, created_at, updated_at)
     values ($1, $2, 'Shop', $3, $4, $5, $6, $7, now(), now())`,
    [
      keyId,
      tenantId,
      secret.slice(0, 11),
      createHash("sha256").update(secret).digest(),
      scopes,
      userId,
      expiresAt,
    ],
  );
  return secret;
}
