import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";

export type Delivery = {
  /** Id of the provisioning module; null: nothing is to be delivered. */
  readonly module: string | null;
  /** The product's settings under those of the plan. */
  readonly settings: Readonly<Record<string, string>>;
};

/** How a plan is delivered, for whoever delivers. Never shown to buyers. Undefined when there is no such plan. */
export async function deliveryOf(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  planId: string,
): Promise<Delivery | undefined> {
  const [row] = await query<Delivery>(sql`
    select r.module, r.module_settings || p.module_settings as settings
    from plans p join products r on r.tenant_id = p.tenant_id and r.id = p.product_id
    where p.tenant_id = ${tenantId}::uuid and p.id = ${planId}::uuid`);
  return row;
}
