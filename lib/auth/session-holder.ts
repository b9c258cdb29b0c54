import "server-only";
import { permissionsOf } from "@/lib/auth/rules/roles";
import { sessionLimits } from "@/lib/auth/rules/sessions";
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
};

type Holder = {
  id: string;
  name: string;
  email: string;
  language: string | null;
  role: string;
  kind: "STAFF" | "CLIENT";
  client_id: string | null;
};

/**
 * Who is signed in by a session, from the database at each call: role, suspension and revocation hold from the next
 * request on. Undefined when the session, its user or its tenant is not in force.
 */
export async function findSessionHolder(reference: SessionReference): Promise<SignedIn | undefined> {
  const { tenantId, sessionId, userId } = reference;
  const idle = `${sessionLimits.idleDays} days`;
  const wanted = sql`select * from session_holder(${tenantId}::uuid, ${sessionId}::uuid, ${userId}::uuid, ${idle}::interval)`;

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
    permissions: permissionsOf(holder.role),
    sessionId,
  };
  return { actor, email: holder.email, role: holder.role, language: holder.language };
}
