import "server-only";
import { permissionsOf } from "@/lib/auth/rules/roles";
import { ask } from "@/lib/core/db/ask";
import { appPool } from "@/lib/core/db/pools";
import { sql } from "@/lib/core/db/sql";
import type { Actor } from "@/lib/core/operation/actor";

export type SessionReference = {
  readonly tenantId: string;
  readonly sessionId: string;
  readonly userId: string;
};

/** A signed-in person: the actor, and what pages say about them. */
export type SignedIn = {
  readonly actor: Actor;
  readonly email: string;
  readonly role: string;
  readonly language: string | null;
  /** By what they signed in. */
  readonly method: string;
  /** When the second factor was given in this session. */
  readonly secondFactorAt: Date | null;
  /** Whether an authenticator is set up. */
  readonly hasSecondFactor: boolean;
  /** Set while a member of staff acts as this person. */
  readonly impersonation: { readonly by: string; readonly reason: string; readonly until: Date } | undefined;
};

type Holder = {
  id: string;
  name: string;
  email: string;
  language: string | null;
  role: string;
  role_permissions: string[] | null;
  kind: "STAFF" | "CLIENT";
  client_id: string | null;
  method: string;
  authenticated_at: Date;
  second_factor_at: Date | null;
  has_second_factor: boolean;
  impersonator_id: string | null;
  impersonator_name: string | null;
  impersonation_reason: string | null;
  expires_at: Date;
};

/**
 * Who is signed in by a session, from the database at each call: role, suspension and revocation hold from the next
 * request on. Undefined when the session, its user or its tenant is not in force.
 */
export async function findSessionHolder(reference: SessionReference): Promise<SignedIn | undefined> {
  const { tenantId, sessionId, userId } = reference;
  const wanted = sql`select * from session_holder(${tenantId}::uuid, ${sessionId}::uuid, ${userId}::uuid)`;

  const [holder] = await ask<Holder>(appPool(), wanted);
  return holder && toSignedIn(reference, holder);
}

function toSignedIn({ tenantId, sessionId }: SessionReference, holder: Holder): SignedIn {
  const actor: Actor = {
    kind: "user",
    audience: holder.kind === "STAFF" ? "staff" : "client",
    tenantId,
    clientId: holder.client_id ?? undefined,
    id: holder.id,
    name: holder.name,
    permissions: permissionsOf(holder.role, holder.role_permissions),
    sessionId,
    authenticatedAt: holder.authenticated_at,
    impersonator: impersonatorOf(holder),
  };
  return {
    actor,
    email: holder.email,
    role: holder.role,
    language: holder.language,
    method: holder.method,
    secondFactorAt: holder.second_factor_at,
    hasSecondFactor: holder.has_second_factor,
    impersonation: actor.impersonator && {
      by: actor.impersonator.name,
      reason: holder.impersonation_reason ?? "",
      until: holder.expires_at,
    },
  };
}

function impersonatorOf({ impersonator_id: id, impersonator_name: name }: Holder): Actor["impersonator"] {
  return id === null ? undefined : { id, name: name ?? "" };
}
