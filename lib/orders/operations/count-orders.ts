import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { countSchema } from "@/lib/core/text";

type Counts = { pending: bigint; held: bigint; active: bigint; cancelled: bigint; fraud: bigint };

export const countOrders = query({
  name: "orders.order.count",
  summary: "Count orders by state",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z
    .object({
      pending: countSchema,
      held: countSchema,
      active: countSchema,
      cancelled: countSchema,
      fraud: countSchema,
    })
    .meta({ id: "OrderCounts" }),
  http: { method: "GET", path: "/orders/count" },
  example: { input: {}, output: { pending: 3, held: 1, active: 120, cancelled: 4, fraud: 0 } },
  async run({ query: ask, tenantId }) {
    const [counts] = await ask<Counts>(sql`
      select count(*) filter (where status = 'PENDING') as pending, count(*) filter (where status = 'HELD') as held,
        count(*) filter (where status = 'ACTIVE') as active, count(*) filter (where status = 'CANCELLED') as cancelled,
        count(*) filter (where status = 'FRAUD') as fraud
      from orders where tenant_id = ${tenantId}::uuid`);
    return counts as Counts;
  },
});
