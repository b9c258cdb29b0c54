import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { countSchema } from "@/lib/core/text";
import { dateInZone } from "@/lib/core/time/calendar-date";
import { findTenant } from "@/lib/tenants/queries";

type Counted = { draft: bigint; open: bigint; overdue: bigint; paid: bigint; voided: bigint };

export const countInvoices = query({
  name: "billing.invoice.count",
  summary: "Count invoices by state",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: z
    .object({
      draft: countSchema,
      open: countSchema,
      overdue: countSchema,
      paid: countSchema,
      voided: countSchema,
    })
    .meta({ id: "InvoiceCount" }),
  http: { method: "GET", path: "/invoice-count" },
  example: { input: {}, output: { draft: 1, open: 4, overdue: 2, paid: 40, voided: 0 } },
  async run(context) {
    const { query, tenantId, now } = context;
    const today = dateInZone(now, (await findTenant(context)).timeZone);
    const [counted] = await query<Counted>(sql`
      select count(*) filter (where status = 'DRAFT') as draft,
        count(*) filter (where status in ('ISSUED', 'PARTLY_PAID')) as open,
        count(*) filter (where status in ('ISSUED', 'PARTLY_PAID') and due_on < ${today}::date) as overdue,
        count(*) filter (where status = 'PAID') as paid, count(*) filter (where status = 'VOID') as voided
      from invoices where tenant_id = ${tenantId}::uuid`);
    const { draft, ...rest } = counted as Counted;
    return { ...rest, draft: context.actor.audience === "client" ? 0n : draft };
  },
});
