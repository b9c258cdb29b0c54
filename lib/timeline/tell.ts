import "server-only";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";
import type { Fact } from "@/lib/timeline/rules/facts";
import type { FactData } from "@/lib/timeline/schema";

type Told = {
  what: Fact;
  /** Null for what concerns no client. */
  clientId: string | null;
  /** Ids of the records that it concerns, beside the client. */
  about: readonly string[];
  data?: FactData;
  /** Shown to the client too. */
  isPublic: boolean;
};

/** Writes a fact into the timelines of all that it concerns, in the operation's own transaction. */
export async function tell(
  { execute, tenantId, actor, now }: Pick<CommandContext, "execute" | "tenantId" | "actor" | "now">,
  { what, clientId, about, data = {}, isPublic }: Told,
): Promise<void> {
  const ids = [...new Set(clientId === null ? about : [...about, clientId])];
  await execute(sql`
    insert into timeline_entries (id, tenant_id, client_id, at, actor_kind, actor_id, actor_name, what, data, about, is_public)
    values (${newId()}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${now}, ${actor.kind}, ${actor.id ?? null}::uuid,
      ${actor.impersonator?.name ?? actor.name}, ${what}, ${JSON.stringify(data)}::jsonb, ${ids}::uuid[], ${isPublic})`);
}
