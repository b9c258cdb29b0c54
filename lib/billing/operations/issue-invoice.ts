import "server-only";
import { exampleDraft, exampleInvoice } from "@/lib/billing/examples";
import { issueDraft } from "@/lib/billing/issue";
import { lockInvoice } from "@/lib/billing/queries";
import { InvoiceView, IssueInvoiceInput } from "@/lib/billing/schema";
import { toInvoiceView } from "@/lib/billing/view";
import { operation } from "@/lib/core/operation/operation";

export const issueInvoiceNow = operation({
  name: "billing.invoice.issue",
  summary: "Issue an invoice",
  description:
    "Gives it the next number of its series, posts it to the books and mails it to the client. It does not change after that.",
  audience: ["staff"],
  input: IssueInvoiceInput,
  output: InvoiceView,
  http: { method: "POST", path: "/invoices/{invoiceId}/issue" },
  example: { input: { invoiceId: exampleDraft.id, version: 1 }, output: exampleInvoice },
  refusals: ["billing.invoice_not_found", "billing.invoice_not_changeable", "core.stale_version"],
  async run(context, { invoiceId, version, dueInDays }) {
    const draft = await lockInvoice(context, { invoiceId, version });
    return toInvoiceView(context, await issueDraft(context, draft, dueInDays));
  },
});
