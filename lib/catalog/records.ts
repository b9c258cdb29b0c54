import "server-only";
import { CatalogRecordNotFound, NameTaken } from "@/lib/catalog/errors";
import type { RecordKind } from "@/lib/catalog/rules/record-kinds";
import { isReferenceViolation, isUniqueViolation } from "@/lib/core/db/failures";
import { identifier, nothing, type Sql, sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext } from "@/lib/core/operation/operation";

/** Where each kind is kept, and among whom its records stand in order: null for all of the company. */
const tables: Readonly<Record<RecordKind, { table: string; parent: string | null }>> = {
  group: { table: "product_groups", parent: null },
  product: { table: "products", parent: "group_id" },
  plan: { table: "plans", parent: "product_id" },
  option: { table: "product_options", parent: "product_id" },
  field: { table: "product_fields", parent: "product_id" },
  addon: { table: "addons", parent: null },
};

type Context = Pick<CommandContext, "query" | "execute" | "tenantId">;

/** Locks a record for a change by someone who has seen `version`. Throws CatalogRecordNotFound, StaleVersion. */
export async function lockRecord(
  { query, tenantId }: Context,
  kind: RecordKind,
  { id, version }: { id: string; version?: number | undefined },
): Promise<void> {
  const [row] = await query<{ version: number }>(sql`
    select version from ${identifier(tables[kind].table)} where tenant_id = ${tenantId}::uuid and id = ${id}::uuid for update`);
  if (row === undefined) throw new CatalogRecordNotFound();
  if (version !== undefined && row.version !== version) throw new StaleVersion();
}

/** The place after the last one; of what stands within something, that one's id. */
export async function lastPlace(
  { query, tenantId }: Context,
  kind: RecordKind,
  parentId?: string,
): Promise<number> {
  const { table, parent } = tables[kind];
  const [row] = await query<{ place: number }>(sql`
    select coalesce(max(position), 0) + 1 as place from ${identifier(table)} where tenant_id = ${tenantId}::uuid${within(parent, parentId)}`);
  return row?.place ?? 1;
}

/** Moves a record past its neighbour; at the end it stays. Returns its place. Throws CatalogRecordNotFound. */
export async function moveRecord(
  { query, execute, tenantId }: Context,
  kind: RecordKind,
  { id, direction }: { id: string; direction: "up" | "down" },
): Promise<{ before: number; after: number }> {
  const { table, parent } = tables[kind];
  const name = identifier(table);
  // All of them, so that two who move at once come one after the other and no place is held twice.
  const rows = await query<{ id: string; position: number }>(sql`
    select id, position from ${name} where tenant_id = ${tenantId}::uuid${
      parent === null
        ? nothing
        : sql` and ${identifier(parent)} = (select o.${identifier(parent)} from ${name} o where o.tenant_id = ${tenantId}::uuid and o.id = ${id}::uuid)`
    } order by position, id for update`);
  const from = rows.findIndex((row) => row.id === id);
  const moved = rows[from];
  if (moved === undefined) throw new CatalogRecordNotFound();

  const to = Math.min(Math.max(from + (direction === "up" ? -1 : 1), 0), rows.length - 1);
  rows.splice(to, 0, ...rows.splice(from, 1));
  for (const [index, row] of rows.entries()) {
    if (row.position === index + 1) continue;
    await execute(
      sql`update ${name} set position = ${index + 1} where tenant_id = ${tenantId}::uuid and id = ${row.id}::uuid`,
    );
  }
  return { before: from + 1, after: to + 1 };
}

function within(parent: string | null, parentId: string | undefined): Sql {
  return parent === null ? nothing : sql` and ${identifier(parent)} = ${parentId ?? null}::uuid`;
}

/** What a write answers, as the domain's own row; a name that is taken and a parent that is not there are refusals. */
export async function written<Row>(write: Promise<unknown>, name: "slug" | "key" | "code"): Promise<Row> {
  try {
    return (await write) as Row;
  } catch (error) {
    if (isUniqueViolation(error)) throw new NameTaken(name);
    throw isReferenceViolation(error) ? new CatalogRecordNotFound() : error;
  }
}
