import "server-only";
import { InvoiceNotChangeable } from "@/lib/billing/errors";
import { invoiceVoided } from "@/lib/billing/events";
import { exampleInvoice } from "@/lib/billing/examples";
import { findInvoice, lockInvoice } from "@/lib/billing/queries";
import { canInvoice } from "@/lib/billing/rules/status";
import { InvoiceView, VoidInvoiceInput } from "@/lib/billing/schema";
import { toInvoiceView } from "@/lib/billing/view";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { reverseEntries } from "@/lib/ledger/reversal";
import { tell } from "@/lib/timeline/tell";

export const voidInvoice = operation({
  name: "billing.invoice.void",
  summary: "Void an invoice",
  description: "Takes its posting back. The number stays taken, and the document stays readable.",
  audience: ["staff"],
  input: VoidInvoiceInput,
  output: InvoiceView,
  http: { method: "POST", path: "/invoices/{invoiceId}/void" },
  example: {
    input: { invoiceId: exampleInvoice.id, version: 2, reason: "Ordered by mistake" },
    output: {
      ...exampleInvoice,
      status: "VOID",
      due: { minor: 0, currency: "EUR" },
      voidedAt: "2026-04-02T09:00:00.000Z",
      voidReason: "Ordered by mistake",
      version: 3,
    },
  },
  refusals: ["billing.invoice_not_found", "billing.invoice_not_changeable", "core.stale_version"],
  async run(context, { invoiceId, version, reason }) {
    const { execute, tenantId, now } = context;
    const before = await lockInvoice(context, { invoiceId, version });
    if (!canInvoice("void", before.status)) throw new InvoiceNotChangeable("void", before.status);

    await execute(sql`
      update invoices set status = 'VOID', voided_at = ${now}, void_reason = ${reason}, version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${invoiceId}::uuid`);
    const after = await findInvoice(context, invoiceId);
    const { clientId, orderId, number } = after;
    const about = orderId === null ? [invoiceId] : [invoiceId, orderId];
    await tell(context, {
      what: "invoice_voided",
      clientId,
      about,
      data: { number, reason },
      isPublic: true,
    });
    context.audit(before, after);
    context.emit(invoiceVoided({ invoiceId, clientId, orderId }));
    await reverseEntries(context, { source: invoiceId, at: now });
    return toInvoiceView(context, after);
  },
});
