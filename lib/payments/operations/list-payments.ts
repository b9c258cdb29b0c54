import "server-only";
import { z } from "zod";
import { Sql, sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";
import { examplePayment } from "@/lib/payments/examples";
import { type PaymentRow, paymentColumns } from "@/lib/payments/queries";
import { paymentStatuses } from "@/lib/payments/rules/status";
import { PaymentView } from "@/lib/payments/schema";
import { toPaymentViews } from "@/lib/payments/view";

const definition = {
  from: sql`payments`,
  columns: paymentColumns,
  sorts: {
    createdAt: { column: "created_at", type: "timestamptz" },
    number: { column: "number", type: "bigint" },
    amount: { column: "amount_minor", type: "bigint" },
  },
  defaultSort: "-createdAt",
  filters: {
    status: z
      .enum([...paymentStatuses, "OPEN"])
      .optional()
      .meta({ description: "`OPEN`: those that may still change." }),
    invoiceId: idSchema.optional(),
    clientId: idSchema.optional(),
    gateway: z.string().max(60).optional(),
    search: lineSchema(100).optional().meta({
      description: "The gateway's reference, a number, or words of the client as its list takes them.",
    }),
  },
} as const;

export const listPayments = query({
  name: "payments.payment.list",
  summary: "List payments",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(PaymentView),
  http: { method: "GET", path: "/payments" },
  example: {
    input: { status: "SUCCEEDED", limit: 50 },
    output: { items: [examplePayment], nextCursor: null },
  },
  async run(context, { status, invoiceId, clientId, gateway, search, ...request }) {
    const conditions = [
      status === "OPEN" && sql`status in ('PENDING', 'UNKNOWN', 'REQUIRES_ACTION', 'PROCESSING')`,
      status && status !== "OPEN" && sql`status = ${status}::payment_status`,
      invoiceId && sql`invoice_id = ${invoiceId}::uuid`,
      clientId && sql`client_id = ${clientId}::uuid`,
      gateway && sql`gateway = ${gateway}`,
      search &&
        sql`(reference = ${search} or number::text = ${search}
          or client_id in (select id from search_clients(${search}, 200, array['=kept'])))`,
    ].filter((condition) => condition instanceof Sql);
    const { items, nextCursor } = await readPage<PaymentRow>(context, definition, request, conditions);
    return { items: await toPaymentViews(context, items), nextCursor };
  },
});
