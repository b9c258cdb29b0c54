import "server-only";
import { z } from "zod";
import { isOfAge } from "@/lib/billing/aged";
import { type ReceivableAge, receivableAges } from "@/lib/billing/rules/age";
import { sql } from "@/lib/core/db/sql";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { type Money, money } from "@/lib/core/money/money";
import { moneySchema } from "@/lib/core/money/schema";
import { query } from "@/lib/core/operation/operation";
import { countSchema } from "@/lib/core/text";
import { dateInZone } from "@/lib/core/time/calendar-date";
import { findTenant } from "@/lib/tenants/queries";

type Row = { currency: CurrencyCode; due: bigint; invoices: bigint };

export const getReceivables = query({
  name: "billing.receivables.get",
  summary: "Read what clients owe, by age",
  description:
    "What is due of issued invoices, by days past their day and by currency; `current` are not past it. Each figure is that of the list of invoices with the same age.",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z
    .object({
      items: z.array(z.object({ age: z.enum(receivableAges), due: moneySchema, invoices: countSchema })),
    })
    .meta({ id: "Receivables" }),
  http: { method: "GET", path: "/receivables" },
  example: {
    input: {},
    output: { items: [{ age: "1-30", due: { minor: 119_00, currency: "EUR" }, invoices: 2 }] },
  },
  async run(context) {
    const { query: ask, tenantId, now } = context;
    const today = dateInZone(now, (await findTenant(context)).timeZone);
    const items: { age: ReceivableAge; due: Money; invoices: bigint }[] = [];
    for (const age of receivableAges) {
      const rows = await ask<Row>(sql`
        select currency, sum(total_minor - paid_minor)::bigint as due, count(*) as invoices from invoices
        where tenant_id = ${tenantId}::uuid and ${isOfAge(age, today)} group by currency order by currency`);
      for (const { currency, due, invoices } of rows)
        items.push({ age, due: money(due, currency), invoices });
    }
    return { items };
  },
});
