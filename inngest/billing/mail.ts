import { onEvent } from "@/inngest/client";
import { mailInvoice } from "@/lib/billing/delivery/mail-invoice";
import { invoiceIssued } from "@/lib/billing/events";

/** Sends what was issued. */
export const sendInvoice = onEvent(
  { id: "billing-send-invoice", name: "Mail an invoice", event: invoiceIssued },
  ({ payload, perform }) => perform("mail", mailInvoice, { invoiceId: payload.invoiceId }),
);
