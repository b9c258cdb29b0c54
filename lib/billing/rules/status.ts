export const invoiceStatuses = ["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID"] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

export type InvoiceAction = "change" | "issue" | "discard" | "pay" | "void";

const allowedFrom = {
  change: ["DRAFT"],
  issue: ["DRAFT"],
  discard: ["DRAFT"],
  pay: ["ISSUED", "PARTLY_PAID"],
  // A part-paid invoice is corrected by credit note; voiding it would orphan the payment.
  void: ["ISSUED"],
} satisfies Record<InvoiceAction, readonly InvoiceStatus[]>;

export function canInvoice(action: InvoiceAction, status: InvoiceStatus): boolean {
  return (allowedFrom[action] as readonly InvoiceStatus[]).includes(status);
}

/** Past its day and not paid: a state of the calendar, reckoned when somebody looks. */
export function isOverdue(status: InvoiceStatus, dueOn: string | null, today: string): boolean {
  return canInvoice("pay", status) && dueOn !== null && dueOn < today;
}
