import "server-only";
import { hashApiKey } from "@/lib/auth/api-key-secret";
import { isApiKeySecret } from "@/lib/auth/rules/api-key";
import { intersection } from "@/lib/auth/rules/permissions";
import { permissionsOf } from "@/lib/auth/rules/roles";
import { ask } from "@/lib/core/db/ask";
import { appPool } from "@/lib/core/db/pools";
import { sql } from "@/lib/core/db/sql";
import type { Actor } from "@/lib/core/operation/actor";

type Holder = {
  id: string;
  name: string;
  scopes: string[];
  role: string;
  role_permissions: string[] | null;
  kind: "STAFF" | "CLIENT";
  client_id: string | null;
};

/**
 * The actor behind an API key, read anew at each request: what the key's scopes and its creator's present role both allow.
 * Undefined when the key is unknown, expired or revoked, or its creator or tenant is suspended (S-19).
 */
export async function actorForApiKey(tenantId: string, secret: string): Promise<Actor | undefined> {
  if (!isApiKeySecret(secret)) return undefined;

  const wanted = sql`select * from api_key_holder(${tenantId}::uuid, ${hashApiKey(secret)})`;
  const [holder] = await ask<Holder>(appPool(), wanted);
  return holder && toActor(tenantId, holder);
}

function toActor(tenantId: string, holder: Holder): Actor {
  return {
    kind: "api_key",
    audience: holder.kind === "STAFF" ? "staff" : "client",
    tenantId,
    clientId: holder.client_id ?? undefined,
    id: holder.id,
    name: holder.name,
    permissions: intersection(holder.scopes, permissionsOf(holder.role, holder.role_permissions)),
  };
}
