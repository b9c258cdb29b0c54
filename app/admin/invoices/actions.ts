"use server";

import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { discardInvoice } from "@/lib/billing/operations/discard-invoice";
import { issueInvoiceNow } from "@/lib/billing/operations/issue-invoice";
import { voidInvoice } from "@/lib/billing/operations/void-invoice";
import { serverAction } from "@/lib/doors/server-action";
import { recordPayment } from "@/lib/payments/operations/record-payment";

export const createInvoiceAction = serverAction(createInvoice);
export const issueInvoiceAction = serverAction(issueInvoiceNow);
export const discardInvoiceAction = serverAction(discardInvoice);
export const voidInvoiceAction = serverAction(voidInvoice);
export const recordPaymentAction = serverAction(recordPayment);
