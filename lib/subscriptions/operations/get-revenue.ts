import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { money } from "@/lib/core/money/money";
import { moneySchema } from "@/lib/core/money/schema";
import { query } from "@/lib/core/operation/operation";
import { countSchema } from "@/lib/core/text";
import { monthlyRevenue } from "@/lib/subscriptions/rules/monthly";

type Row = { currency: CurrencyCode; cycle: string; recurring: bigint; subscriptions: bigint };

export const getRevenue = query({
  name: "subscriptions.revenue.get",
  summary: "Read the monthly recurring revenue",
  description:
    "Of active subscriptions and those past due, by currency, before tax: a year counts a twelfth.",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z.object({
    items: z.array(z.object({ monthly: moneySchema, subscriptions: countSchema })),
  }),
  http: { method: "GET", path: "/recurring-revenue" },
  example: {
    input: {},
    output: { items: [{ monthly: { minor: 123_400, currency: "EUR" }, subscriptions: 57 }] },
  },
  async run({ query: ask, tenantId }) {
    const rows = await ask<Row>(sql`
      select currency, cycle, sum(recurring_minor)::bigint as recurring, count(*) as subscriptions from subscriptions
      where tenant_id = ${tenantId}::uuid and status in ('ACTIVE', 'PAST_DUE') group by currency, cycle order by currency`);
    const currencies = [...new Set(rows.map(({ currency }) => currency))];
    return {
      items: currencies.map((currency) => {
        const own = rows.filter((row) => row.currency === currency);
        const parts = own.map(({ cycle, recurring }) => ({ cycle, recurring: money(recurring, currency) }));
        return {
          monthly: monthlyRevenue(parts, currency),
          subscriptions: own.reduce((sum, row) => sum + row.subscriptions, 0n),
        };
      }),
    };
  },
});
