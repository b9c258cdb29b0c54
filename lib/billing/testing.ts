import type { z } from "zod";
import type { DraftLine } from "@/lib/billing/draft";
import { issueInvoice } from "@/lib/billing/issue";
import type { InvoiceRow } from "@/lib/billing/queries";
import { createClient } from "@/lib/clients/operations/create-client";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { chart } from "@/lib/ledger/rules/chart";
import { inOperation } from "@/lib/ledger/testing";

/** A line of so many minor units, bought once. */
export function aLine(minor: bigint, more: Partial<DraftLine> = {}): DraftLine {
  return {
    description: "Hosting, April",
    quantity: 1,
    unitMinor: minor,
    setupMinor: 0n,
    discountMinor: 0n,
    amountMinor: minor,
    taxClass: "standard",
    incomeCode: chart.hostingIncome.code,
    subscriptionId: null,
    priceId: null,
    periodStart: null,
    periodEnd: null,
    ...more,
  };
}

/** A client in Germany who pays in euro; returns the id. */
export async function aBuyer(
  actor: Actor,
  more: Partial<z.input<typeof createClient.input>> = {},
): Promise<string> {
  const input = {
    kind: "PERSON",
    name: "Ada Lovelace",
    email: `${newId()}@example.com`,
    country: "DE",
    currency: "EUR",
    ...more,
  } as const;
  return (await run(createClient, input, { actor })).id;
}

/** An invoice that was just issued: 100.00 EUR before tax unless said otherwise. */
export async function anIssuedInvoice(
  actor: Actor,
  clientId: string,
  lines: readonly DraftLine[] = [aLine(10_000n)],
  now?: Date,
): Promise<InvoiceRow> {
  const invoice = { clientId, orderId: null, currency: "EUR", language: "en", lines } as const;
  return inOperation(actor, (context) => issueInvoice(context, invoice), now);
}
