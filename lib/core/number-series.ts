import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

type Series = { readonly kind: string; readonly scope?: string };

/**
 * Takes the next `count` numbers of a tenant's series and returns the first. The counter row stays locked until the commit,
 * so numbers are consecutive and a rolled-back transaction leaves no gap: take them last, after all other work.
 */
export async function takeNumbers(
  context: Pick<CommandContext, "query" | "tenantId">,
  { kind, scope = "" }: Series,
  count = 1,
): Promise<bigint> {
  const [row] = await context.query<{ last: bigint }>(sql`
    insert into number_series (tenant_id, kind, scope, last) values (${context.tenantId}::uuid, ${kind}, ${scope}, ${count})
    on conflict (tenant_id, kind, scope) do update set last = number_series.last + ${count}
    returning last`);
  return (row as { last: bigint }).last - BigInt(count) + 1n;
}
