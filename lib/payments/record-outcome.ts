import "server-only";
import type { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { paymentFailed, paymentMoved } from "@/lib/payments/events";
import { findPayment, lockPayment, type PaymentRow } from "@/lib/payments/queries";
import { isOpen, type PaymentStatus, stateAfter } from "@/lib/payments/rules/status";
import type { outcomeSchema } from "@/lib/payments/schema";
import { settlePayment } from "@/lib/payments/settle";
import type { Fact } from "@/lib/timeline/rules/facts";
import { tell } from "@/lib/timeline/tell";

type Outcome = z.output<typeof outcomeSchema>;

type Heard = {
  status: PaymentStatus;
  reference?: string | undefined;
  method?: string | null;
  actionUrl?: string;
  failureCode?: string;
  failureDetail?: string;
};

/**
 * Keeps what was heard of a payment, from an answer or from a notice, in whatever order: a state only goes up (rules/status.ts), and
 * money that came is put towards the invoice exactly once. Returns the payment as it is now. Throws PaymentNotFound.
 */
export async function recordHeard(
  context: CommandContext,
  paymentId: string,
  outcome: Outcome,
): Promise<PaymentRow> {
  const before = await lockPayment(context, paymentId);
  const heard = heardFrom(outcome, before);
  const next = stateAfter(before.status, heard.status);
  if (next === before.status) return touch(context, before, heard);

  const isFinal = next === "SUCCEEDED";
  await context.execute(sql`
    update payments set status = ${next}::payment_status, reference = coalesce(reference, ${heard.reference ?? null}),
      method = coalesce(method, ${heard.method ?? null}),
      action_url = ${next === "REQUIRES_ACTION" ? (heard.actionUrl ?? null) : null},
      failure_code = ${isFinal ? null : (heard.failureCode ?? null)}, failure_detail = ${isFinal ? null : (heard.failureDetail ?? null)},
      instructions = case when ${next} in ('PENDING', 'UNKNOWN') then instructions end,
      version = version + 1, updated_at = ${context.now}
    where tenant_id = ${context.tenantId}::uuid and id = ${paymentId}::uuid`);
  if (isFinal) return settlePayment(context, before);

  const after = await findPayment(context, paymentId);
  context.audit(before, after, "payment");
  await announce(context, after);
  return after;
}

function heardFrom(outcome: Outcome, payment: PaymentRow): Heard {
  switch (outcome.state) {
    case "succeeded": {
      const { reference, method, amount } = outcome;
      const isSame = amount.minor === payment.amountMinor && amount.currency === payment.currency;
      if (isSame) return { status: "SUCCEEDED", reference, method };
      const failureDetail = `taken: ${amount.minor} ${amount.currency}`;
      return { status: "UNKNOWN", reference, method, failureCode: "amount_differs", failureDetail };
    }
    case "pending":
      return { status: "PROCESSING", reference: outcome.reference, method: outcome.method };
    case "action_required": {
      const { reference, method, url } = outcome;
      return { status: "REQUIRES_ACTION", reference, method, actionUrl: url };
    }
    case "blocked":
      return {
        status: "FAILED",
        reference: outcome.reference,
        failureCode: "other",
        failureDetail: outcome.by,
      };
    case "error":
      return fromError(outcome);
  }
}

function fromError(error: Extract<Outcome, { state: "error" }>): Heard {
  const { reference, detail: failureDetail } = error;
  switch (error.class) {
    case "permanent":
      return { status: "FAILED", reference, failureCode: error.code, failureDetail };
    case "auth":
    case "insufficient_funds":
      return { status: "FAILED", reference, failureCode: "misconfigured", failureDetail };
    case "retryable":
      return { status: "PENDING", reference };
    case "ambiguous":
    case "conflict":
    case "needs_operator":
      return { status: "UNKNOWN", reference, failureCode: error.code, failureDetail };
  }
}

/** Nothing new but the time at which it was asked for, and a reference that was not known. */
async function touch(
  context: CommandContext,
  payment: PaymentRow,
  { reference }: Heard,
): Promise<PaymentRow> {
  if (!isOpen(payment.status)) return payment;
  await context.execute(sql`
    update payments set reference = coalesce(reference, ${reference ?? null}), updated_at = ${context.now}
    where tenant_id = ${context.tenantId}::uuid and id = ${payment.id}::uuid and version = ${payment.version}`);
  return findPayment(context, payment.id);
}

const facts: Partial<Record<PaymentStatus, Fact>> = {
  REQUIRES_ACTION: "payment_needs_action",
  PROCESSING: "payment_processing",
  FAILED: "payment_failed",
  CANCELLED: "payment_cancelled",
  UNKNOWN: "payment_unknown",
};

async function announce(context: CommandContext, payment: PaymentRow): Promise<void> {
  const { id: paymentId, clientId, invoiceId, status } = payment;
  const what = facts[status];
  const data = { number: Number(payment.number), reason: payment.failureCode };
  if (what) await tell(context, { what, clientId, about: [paymentId, invoiceId], data, isPublic: true });
  const subject = { paymentId, clientId, invoiceId };
  context.emit(status === "FAILED" ? paymentFailed(subject) : paymentMoved(subject));
}
