import "server-only";
import { type Sql, sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";

type Way = { from: string; to: string };

/** Copies all that belongs to one product to another: plans and options with prices, questions, add-ons. Not what is retired. */
export async function copyParts(context: CommandContext, { from, to }: Way): Promise<void> {
  const { execute, tenantId, now } = context;
  const own = sql`tenant_id = ${tenantId}::uuid and product_id = ${from}::uuid and status <> 'RETIRED'`;

  for (const { id, copy } of await copied(context, sql`select id from plans where ${own}`)) {
    await execute(sql`
      insert into plans (id, tenant_id, product_id, slug, status, name, tagline, features, module_settings, stock, per_client_limit,
        max_quantity, is_highlighted, position, created_at, updated_at)
      select ${copy}::uuid, tenant_id, ${to}::uuid, slug, status, name, tagline, features, module_settings, stock, per_client_limit,
        max_quantity, is_highlighted, position, ${now}, ${now}
      from plans where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`);
    await copyPrices(context, sql`plan_id`, { from: id, to: copy });
  }
  for (const { id, copy } of await copied(context, sql`select id from product_options where ${own}`)) {
    await execute(sql`
      insert into product_options (id, tenant_id, product_id, key, kind, status, name, help, unit, minimum, maximum, step, position,
        created_at, updated_at)
      select ${copy}::uuid, tenant_id, ${to}::uuid, key, kind, status, name, help, unit, minimum, maximum, step, position, ${now}, ${now}
      from product_options where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`);
    await copyChoices(context, { from: id, to: copy });
  }
  for (const { id, copy } of await copied(context, sql`select id from product_fields where ${own}`)) {
    await execute(sql`
      insert into product_fields (id, tenant_id, product_id, key, kind, status, label, help, choices, is_required, position,
        created_at, updated_at)
      select ${copy}::uuid, tenant_id, ${to}::uuid, key, kind, status, label, help, choices, is_required, position, ${now}, ${now}
      from product_fields where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`);
  }
  await execute(sql`
    insert into product_addons (tenant_id, product_id, addon_id)
    select tenant_id, ${to}::uuid, addon_id from product_addons where tenant_id = ${tenantId}::uuid and product_id = ${from}::uuid`);
}

async function copyChoices(context: CommandContext, { from, to }: Way): Promise<void> {
  const { execute, tenantId, now } = context;
  const own = sql`tenant_id = ${tenantId}::uuid and option_id = ${from}::uuid and status <> 'RETIRED'`;
  for (const { id, copy } of await copied(context, sql`select id from option_choices where ${own}`)) {
    await execute(sql`
      insert into option_choices (id, tenant_id, option_id, key, status, name, is_default, position, created_at, updated_at)
      select ${copy}::uuid, tenant_id, ${to}::uuid, key, status, name, is_default, position, ${now}, ${now}
      from option_choices where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`);
    await copyPrices(context, sql`choice_id`, { from: id, to: copy });
  }
}

/** New prices from now on, of the same amounts. */
async function copyPrices(
  { query, execute, tenantId, now }: CommandContext,
  owner: Sql,
  { from, to }: Way,
): Promise<void> {
  const rows = await query<{ id: string }>(sql`
    select id from prices where tenant_id = ${tenantId}::uuid and ${owner} = ${from}::uuid and valid_until is null`);
  for (const { id } of rows) {
    await execute(sql`
      insert into prices (id, tenant_id, ${owner}, currency, cycle, amount_minor, setup_minor, valid_from, created_at)
      select ${newId()}::uuid, tenant_id, ${to}::uuid, currency, cycle, amount_minor, setup_minor, ${now}, ${now}
      from prices where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`);
  }
}

/** The records of a selection, each with the id of its copy. */
async function copied({ query }: CommandContext, selection: Sql): Promise<{ id: string; copy: string }[]> {
  const rows = await query<{ id: string }>(selection);
  return rows.map(({ id }) => ({ id, copy: newId() }));
}
