import "server-only";
import { writeLines } from "@/lib/billing/draft";
import { InvoiceNotChangeable } from "@/lib/billing/errors";
import { invoiceChanged } from "@/lib/billing/events";
import { exampleDraft, exampleLines } from "@/lib/billing/examples";
import { findInvoice, lockInvoice } from "@/lib/billing/queries";
import { canInvoice } from "@/lib/billing/rules/status";
import { InvoiceView, UpdateInvoiceInput } from "@/lib/billing/schema";
import { typedLines } from "@/lib/billing/typed-lines";
import { toInvoiceView } from "@/lib/billing/view";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const updateInvoice = operation({
  name: "billing.invoice.update",
  summary: "Change the lines of a draft",
  audience: ["staff"],
  input: UpdateInvoiceInput,
  output: InvoiceView,
  http: { method: "PATCH", path: "/invoices/{invoiceId}" },
  example: {
    input: { invoiceId: exampleDraft.id, version: 1, lines: exampleLines },
    output: { ...exampleDraft, version: 2 },
  },
  refusals: [
    "billing.invoice_not_found",
    "billing.invoice_not_changeable",
    "billing.invoice_below_zero",
    "core.stale_version",
  ],
  async run(context, { invoiceId, version, lines }) {
    const before = await lockInvoice(context, { invoiceId, version });
    if (!canInvoice("change", before.status)) throw new InvoiceNotChangeable("change", before.status);

    await writeLines(context, before, typedLines(lines, before.currency));
    await context.execute(sql`
      update invoices set version = version + 1 where tenant_id = ${context.tenantId}::uuid and id = ${invoiceId}::uuid`);
    const after = await findInvoice(context, invoiceId);
    context.audit(before, after);
    context.emit(invoiceChanged({ invoiceId, clientId: after.clientId, orderId: after.orderId }));
    return toInvoiceView(context, after);
  },
});
