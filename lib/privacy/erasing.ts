import "server-only";
import { PersonAbove } from "@/lib/auth/people/errors";
import { findRole } from "@/lib/auth/people/roles";
import { reaches } from "@/lib/auth/rules/grants";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import { heldBalances } from "@/lib/ledger/held-balances";
import { CannotEraseOneself, MoneyIsOpen } from "@/lib/privacy/errors";
import type { Subject } from "@/lib/privacy/subjects";

/**
 * Throws MoneyIsOpen, CannotEraseOneself (also for the last owner: somebody has to be left), and PersonAbove for staff who may do
 * more than the actor (S-21).
 */
export async function assertErasable(context: QueryContext, { kind, id, clientIds }: Subject): Promise<void> {
  const { query, tenantId, actor } = context;
  for (const clientId of clientIds)
    if ((await heldBalances(context, clientId)).length > 0) throw new MoneyIsOpen();
  if (kind !== "user") return;

  if (actor.id === id) throw new CannotEraseOneself();
  const [owners] = await query<{ isOwner: boolean; others: bigint }>(sql`
    select coalesce(bool_or(id = ${id}::uuid), false) as "isOwner", count(*) filter (where id <> ${id}::uuid) as others from users
    where tenant_id = ${tenantId}::uuid and kind = 'STAFF' and role = 'owner' and status = 'ACTIVE'`);
  if (owners?.isOwner && owners.others === 0n) throw new CannotEraseOneself();
  await assertNotAbove(context, id);
}

async function assertNotAbove(context: QueryContext, userId: string): Promise<void> {
  const [person] = await context.query<{ kind: "STAFF" | "CLIENT"; role: string }>(sql`
    select kind, role from users where tenant_id = ${context.tenantId}::uuid and id = ${userId}::uuid`);
  if (person?.kind !== "STAFF") return;
  const role = await findRole(context, person.role);
  if (!reaches(context.actor.permissions, role?.permissions ?? [])) throw new PersonAbove();
}
