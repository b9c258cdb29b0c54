import "server-only";
import { InvoiceNotChangeable } from "@/lib/billing/errors";
import { invoiceDiscarded } from "@/lib/billing/events";
import { exampleDraft } from "@/lib/billing/examples";
import { lockInvoice } from "@/lib/billing/queries";
import { canInvoice } from "@/lib/billing/rules/status";
import { ChangeInvoiceInput, InvoiceReference } from "@/lib/billing/schema";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const discardInvoice = operation({
  name: "billing.invoice.discard",
  summary: "Throw a draft away",
  description: "A draft has no number, so nothing is missing. What was issued is voided instead.",
  audience: ["staff"],
  input: ChangeInvoiceInput,
  output: InvoiceReference,
  http: { method: "DELETE", path: "/invoices/{invoiceId}" },
  example: { input: { invoiceId: exampleDraft.id, version: 1 }, output: { invoiceId: exampleDraft.id } },
  refusals: ["billing.invoice_not_found", "billing.invoice_not_changeable", "core.stale_version"],
  async run(context, { invoiceId, version }) {
    const before = await lockInvoice(context, { invoiceId, version });
    if (!canInvoice("discard", before.status)) throw new InvoiceNotChangeable("discard", before.status);

    const { execute, tenantId } = context;
    for (const part of [sql`invoice_lines`, sql`invoice_taxes`]) {
      await execute(
        sql`delete from ${part} where tenant_id = ${tenantId}::uuid and invoice_id = ${invoiceId}::uuid`,
      );
    }
    await execute(sql`delete from invoices where tenant_id = ${tenantId}::uuid and id = ${invoiceId}::uuid`);
    context.audit(before, null);
    context.emit(invoiceDiscarded({ invoiceId, clientId: before.clientId, orderId: before.orderId }));
    return { invoiceId };
  },
});
