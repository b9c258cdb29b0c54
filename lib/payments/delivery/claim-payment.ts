import "server-only";
import { z } from "zod";
import { findInvoice } from "@/lib/billing/queries";
import { findClient } from "@/lib/clients/queries";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { money } from "@/lib/core/money/money";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { originOf } from "@/lib/mail/brand";
import { settingsOf, webhookPathOf } from "@/lib/payments/connection-settings";
import type { ChargeOrder } from "@/lib/payments/contract";
import { readInstructions } from "@/lib/payments/instructions";
import { findConnection, lockPayment, type PaymentRow } from "@/lib/payments/queries";
import { isOpen } from "@/lib/payments/rules/status";

export type Claim = {
  readonly gateway: string;
  readonly connectionId: string;
  readonly settings: Record<string, string>;
  readonly origin: string;
  readonly webhookUrl: string;
  readonly paymentId: string;
  readonly reference: string | null;
  /** The gateway was called before: it is asked, and called again only if it knows nothing. */
  readonly wasCalled: boolean;
  /** Null where it may only be asked. */
  readonly order: ChargeOrder | null;
};

/**
 * The beginning of a call: notes it, and hands out what the call needs. Null when there is nothing to do any more. Has no door: what it
 * returns holds credentials, and never leaves the step that asked.
 */
export const claimPayment = operation({
  name: "payments.payment.claim",
  summary: "Take a payment to call its gateway",
  audience: ["system"],
  input: z.strictObject({ paymentId: idSchema }),
  output: z.custom<Claim>().nullable(),
  example: { input: { paymentId: "01932f3a-7c00-7000-8000-000000000701" }, output: null },
  async run(context, { paymentId }) {
    const payment = await lockPayment(context, paymentId);
    if (!isOpen(payment.status) || payment.connectionId === null) return null;

    const connection = await findConnection(context, payment.connectionId);
    const origin = await originOfCompany(context);
    if (payment.calledAt === null) await noteCall(context, payment);
    return {
      gateway: connection.gateway,
      connectionId: connection.id,
      settings: await settingsOf(context, connection),
      origin,
      webhookUrl: origin + webhookPathOf(connection.id),
      paymentId,
      reference: payment.reference,
      wasCalled: payment.calledAt !== null,
      order: await orderFor(context, payment, origin),
    };
  },
});

async function noteCall(
  { execute, tenantId, now, audit }: CommandContext,
  payment: PaymentRow,
): Promise<void> {
  await execute(sql`
    update payments set called_at = ${now}, updated_at = ${now} where tenant_id = ${tenantId}::uuid and id = ${payment.id}::uuid
      and called_at is null`);
  audit({ id: payment.id, calledAt: null }, { id: payment.id, calledAt: now });
}

async function orderFor(
  context: CommandContext,
  payment: PaymentRow,
  origin: string,
): Promise<ChargeOrder | null> {
  const mayCharge = payment.status === "PENDING" || payment.status === "UNKNOWN";
  const instructions = mayCharge ? await readInstructions(context, payment.id) : null;
  if (instructions === null) return null;

  const [invoice, client] = [
    await findInvoice(context, payment.invoiceId),
    await findClient(context, payment.clientId),
  ];
  return {
    paymentId: payment.id,
    amount: money(payment.amountMinor, payment.currency),
    description: invoice.number ?? String(payment.number),
    method: instructions.method,
    payer: { name: client.name, email: client.email },
    returnUrl: origin + instructions.returnPath,
  };
}

async function originOfCompany({ query }: CommandContext): Promise<string> {
  const [row] = await query<{ host: string | null }>(sql`select canonical_host() as host`);
  return originOf(row?.host ?? null).replace(/\/$/, "");
}
