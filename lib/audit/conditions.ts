import "server-only";
import type { z } from "zod";
import type { auditFilters } from "@/lib/audit/schema";
import { type Sql, sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";

type Filters = z.output<z.ZodObject<typeof auditFilters>>;
type Reader = Pick<QueryContext, "query">;

/** The filters of the log as conditions over `audit_log`. */
export async function auditConditions(context: Reader, filters: Filters): Promise<(Sql | undefined)[]> {
  const { actorId, actor, actorKind, isImpersonated, operation, recordType, recordId, from, until } = filters;
  return [
    actorId === undefined ? undefined : sql`(actor_id = ${actorId}::uuid or by_id = ${actorId}::uuid)`,
    actor === undefined ? undefined : await actorIs(context, actor),
    isImpersonated === undefined ? undefined : sql`(by_id is not null) = ${isImpersonated}`,
    actorKind === undefined ? undefined : sql`actor_kind = ${actorKind}`,
    operation === undefined ? undefined : await operationIs(context, operation),
    recordType === undefined ? undefined : sql`record_type = ${recordType}`,
    recordId === undefined ? undefined : sql`record_id = ${recordId}`,
    from && sql`at >= ${from}`,
    until && sql`at < ${until}`,
  ];
}

/** Entries of whoever is called so, as themselves or as somebody else. Few ids, so that the log's indexes answer. */
async function actorIs({ query }: Reader, wanted: string): Promise<Sql> {
  const [found] = await query<{ ids: string[] }>(sql`select audit_actors(${wanted}, 100) as ids`);
  const ids = found?.ids ?? [];
  return sql`(actor_id = any(${ids}::uuid[]) or by_id = any(${ids}::uuid[]))`;
}

/** All that begin so are named one by one: equality is what the log's index answers under row-level security. */
async function operationIs({ query }: Reader, wanted: string): Promise<Sql> {
  if (!wanted.endsWith(".")) return sql`operation = ${wanted}`;

  const found = await query<{ operation: string }>(sql`
    with recursive names as (
      (select operation from audit_log order by operation limit 1)
      union all
      select (select min(l.operation) from audit_log l where l.operation > names.operation) from names
      where names.operation is not null
    )
    select operation from names where starts_with(operation, ${wanted})`);
  return sql`operation = any(${found.map(({ operation }) => operation)}::text[])`;
}
