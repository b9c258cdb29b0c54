import "server-only";
import { writeDraft } from "@/lib/billing/draft";
import { invoiceDrafted } from "@/lib/billing/events";
import { exampleDraft, exampleLines } from "@/lib/billing/examples";
import { CreateInvoiceInput, InvoiceView } from "@/lib/billing/schema";
import { typedLines } from "@/lib/billing/typed-lines";
import { toInvoiceView } from "@/lib/billing/view";
import { findClient } from "@/lib/clients/queries";
import { operation } from "@/lib/core/operation/operation";
import { findTenant } from "@/lib/tenants/queries";

export const createInvoice = operation({
  name: "billing.invoice.create",
  summary: "Draft an invoice",
  description: "In the client's currency. Tax is that of today; it is reckoned anew at issue.",
  audience: ["staff"],
  input: CreateInvoiceInput,
  output: InvoiceView,
  http: { method: "POST", path: "/invoices", status: 201 },
  example: { input: { clientId: exampleDraft.clientId, lines: exampleLines }, output: exampleDraft },
  refusals: ["clients.client_not_found", "billing.invoice_below_zero"],
  async run(context, { clientId, language, lines }) {
    const client = await findClient(context, clientId);
    const draft = await writeDraft(context, {
      clientId,
      orderId: null,
      currency: client.currency,
      language: language ?? client.language ?? (await findTenant(context)).language,
      lines: typedLines(lines, client.currency),
    });
    context.audit(null, draft);
    context.emit(invoiceDrafted({ invoiceId: draft.id, clientId, orderId: null }));
    return toInvoiceView(context, draft);
  },
});
