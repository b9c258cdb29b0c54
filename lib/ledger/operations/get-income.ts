import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { money } from "@/lib/core/money/money";
import { currencySchema, moneySchema } from "@/lib/core/money/schema";
import { query } from "@/lib/core/operation/operation";
import { addMonths, calendarDate, dateInZone } from "@/lib/core/time/calendar-date";
import { findTenant } from "@/lib/tenants/queries";

type Row = { month: string; minor: bigint };

export const getIncome = query({
  name: "ledger.income.get",
  summary: "Read the income by month",
  description:
    "What the books say: postings to income accounts less what was taken back, of whole months in the company's calendar and the current one.",
  audience: ["staff"],
  input: z.strictObject({
    currency: currencySchema.optional().meta({ description: "The company's when left out." }),
    months: z.number().int().min(1).max(36).default(12),
  }),
  output: z.object({
    currency: currencySchema,
    items: z.array(z.object({ month: z.string().meta({ description: "yyyy-mm" }), income: moneySchema })),
  }),
  http: { method: "GET", path: "/income" },
  example: {
    input: { months: 1 },
    output: { currency: "EUR", items: [{ month: "2026-03", income: { minor: 250_000, currency: "EUR" } }] },
  },
  async run(context, { currency: asked, months }) {
    const tenant = await findTenant(context);
    const currency: CurrencyCode = asked ?? tenant.currency;
    const thisMonth = calendarDate(`${dateInZone(context.now, tenant.timeZone).slice(0, 7)}-01`);
    const all = Array.from({ length: months }, (_, index) => addMonths(thisMonth, index - months + 1));
    const rows = await context.query<Row>(sql`
      select to_char(b.day, 'YYYY-MM') as month, sum(b.credit_minor - b.debit_minor)::bigint as minor
      from ledger_balances b join ledger_accounts a on a.tenant_id = b.tenant_id and a.id = b.account_id
      where b.tenant_id = ${context.tenantId}::uuid and a.type = 'INCOME' and b.currency = ${currency} and b.day >= ${all[0]}::date
      group by 1`);
    const byMonth = new Map(rows.map(({ month, minor }) => [month, minor]));
    const items = all.map((day) => {
      const month = day.slice(0, 7);
      return { month, income: money(byMonth.get(month) ?? 0n, currency) };
    });
    return { currency, items };
  },
});
