import type pg from "pg";
import { aBuyer, anIssuedInvoice } from "@/lib/billing/testing";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { aCompanyWithBooks } from "@/lib/ledger/testing";
import { provideGateways } from "@/lib/payments/gateways";
import { beginPayment } from "@/lib/payments/operations/begin-payment";
import { createConnection } from "@/lib/payments/operations/create-connection";
import { cards } from "@/plugins/gateway-sandbox/cards";
import { gateways } from "@/plugins/gateways";

/** Number of the test card that shows an outcome. */
export function cardFor(meaning: string): string {
  const found = Object.entries(cards).find(([, card]) => card.meaning === meaning);
  if (found === undefined) throw new RangeError(`no card means ${meaning}`);
  return found[0];
}

export function methodOf(meaning: string): Record<string, string> {
  return { cardNumber: cardFor(meaning), expiry: "04/30", securityCode: "123" };
}

export const webhookSecret = "a secret of the tests, long enough";

export type Shop = { tenantId: string; actor: Actor; clientId: string; connectionId: string };

/** A company that takes test cards, and a client in Germany. */
export async function aShop(owner: pg.Pool): Promise<Shop> {
  return openShop((await aCompanyWithBooks(owner, 0)).actor);
}

/** Lets a company that has its books take test cards, and finds it a client. */
export async function openShop(actor: Actor): Promise<Shop> {
  provideGateways(gateways);
  const { tenantId } = actor;
  const clientId = await aBuyer(actor);
  const connection = await run(
    createConnection,
    { gateway: "sandbox", name: { en: "Card" }, settings: { webhookSecret } },
    { actor },
  );
  return { tenantId, actor, clientId, connectionId: connection.id };
}

/** An invoice over 100.00 EUR and a payment of it that was begun with the card of this meaning. */
export async function aPaymentBegun(
  { actor, clientId, connectionId }: Shop,
  meaning: string,
): Promise<{ invoiceId: string; paymentId: string }> {
  const { id: invoiceId } = await anIssuedInvoice(actor, clientId);
  const begun = { invoiceId, connectionId, method: methodOf(meaning) };
  const { paymentId } = await run(beginPayment, begun, { actor });
  return { invoiceId, paymentId };
}
