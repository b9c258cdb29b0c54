import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const subject = { invoiceId: idSchema, clientId: idSchema, orderId: idSchema.nullable() };

export const invoiceDrafted = event("billing/invoice.drafted", z.object(subject), (p) => p.invoiceId);
export const invoiceChanged = event("billing/invoice.changed", z.object(subject), (p) => p.invoiceId);
export const invoiceDiscarded = event("billing/invoice.discarded", z.object(subject), (p) => p.invoiceId);
export const invoiceIssued = event("billing/invoice.issued", z.object(subject), (p) => p.invoiceId);
export const invoicePartlyPaid = event("billing/invoice.partly_paid", z.object(subject), (p) => p.invoiceId);
export const invoicePaid = event("billing/invoice.paid", z.object(subject), (p) => p.invoiceId);
export const invoiceVoided = event("billing/invoice.voided", z.object(subject), (p) => p.invoiceId);

const rule = { taxRuleId: idSchema };
export const taxRuleCreated = event("billing/tax_rule.created", z.object(rule), (p) => p.taxRuleId);
export const taxRuleUpdated = event("billing/tax_rule.updated", z.object(rule), (p) => p.taxRuleId);
export const taxRuleDeleted = event("billing/tax_rule.deleted", z.object(rule), (p) => p.taxRuleId);
