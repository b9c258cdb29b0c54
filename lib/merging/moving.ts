import "server-only";
import type { ClientRow } from "@/lib/clients/queries";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

export type Movable = { contacts: number; people: number; notes: number; files: number };

export async function countMovable({ query, tenantId }: QueryContext, clientId: string): Promise<Movable> {
  const count = (table: ReturnType<typeof sql>) =>
    sql`(select count(*)::int from ${table} where tenant_id = ${tenantId}::uuid and client_id = ${clientId}::uuid)`;
  const [counted] = await query<Movable>(sql`
    select ${count(sql`contacts`)} as contacts, ${count(sql`memberships`)} as people, ${count(sql`client_notes`)} as notes,
      ${count(sql`client_files`)} as files`);
  return counted as Movable;
}

/**
 * Moves what hangs on a client to another: people, contacts, notes, files, invitations. Who is known at both keeps what they have
 * there. The old main address becomes a contact that gets no mail, so that it is still found. Both clients are locked by the caller.
 */
export async function moveAll(context: CommandContext, from: ClientRow, into: ClientRow): Promise<void> {
  const { execute, tenantId, now } = context;
  const tenant = sql`tenant_id = ${tenantId}::uuid`;
  const [source, target] = [sql`${from.id}::uuid`, sql`${into.id}::uuid`];

  await execute(sql`
    with gone as (delete from memberships where ${tenant} and client_id = ${source} returning *)
    insert into memberships (id, tenant_id, user_id, client_id, role, version, created_at, updated_at)
    select id, tenant_id, user_id, ${target}, role, version + 1, created_at, ${now} from gone
    on conflict (tenant_id, user_id, client_id) do nothing`);
  await execute(sql`
    with gone as (delete from contacts where ${tenant} and client_id = ${source} returning *)
    insert into contacts (id, tenant_id, client_id, name, email, phone, position, language, mails, version, created_at, updated_at)
    select id, tenant_id, ${target}, name, email, phone, position, language, mails, version + 1, created_at, ${now} from gone
    on conflict (tenant_id, client_id, email) do nothing`);
  if (from.email !== into.email)
    await execute(sql`
      insert into contacts (id, tenant_id, client_id, name, email, phone, language, mails, created_at, updated_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${target}, ${from.name}, ${from.email}, ${from.phone}, ${from.language}, '{}', ${now}, ${now})
      on conflict (tenant_id, client_id, email) do nothing`);
  for (const table of [sql`client_notes`, sql`client_files`, sql`invitations`])
    await execute(
      sql`update ${table} set client_id = ${target} where ${tenant} and client_id = ${source} and created_at <= ${now}`,
    );
  await execute(
    sql`update sessions set client_id = null where ${tenant} and client_id = ${source} and revoked_at is null`,
  );
}
