import "server-only";
import { exampleInvoice } from "@/lib/billing/examples";
import { findInvoice } from "@/lib/billing/queries";
import { InvoiceReference, InvoiceView } from "@/lib/billing/schema";
import { toInvoiceView } from "@/lib/billing/view";
import { query } from "@/lib/core/operation/operation";

export const getInvoice = query({
  name: "billing.invoice.get",
  summary: "Read an invoice",
  audience: ["staff", "client"],
  input: InvoiceReference,
  output: InvoiceView,
  http: { method: "GET", path: "/invoices/{invoiceId}" },
  example: { input: { invoiceId: exampleInvoice.id }, output: exampleInvoice },
  refusals: ["billing.invoice_not_found"],
  run: async (context, { invoiceId }) => toInvoiceView(context, await findInvoice(context, invoiceId)),
});
