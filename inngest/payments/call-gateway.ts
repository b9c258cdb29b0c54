import { runAsSystem } from "@/lib/core/operation/run";
import type { ChargeOutcome, Surroundings } from "@/lib/payments/contract";
import { type Claim, claimPayment } from "@/lib/payments/delivery/claim-payment";
import { pluginStore } from "@/lib/payments/delivery/plugin-values";
import { recordOutcome } from "@/lib/payments/delivery/record-outcome";
import { wireOutcome } from "@/lib/payments/wire-outcome";
import { gateways } from "@/plugins/gateways";

/**
 * One call of a payment's gateway: intent, call, result. A payment whose gateway was called before is asked about first, and charged
 * again, under the same key, only when the gateway has never heard of it: so neither a lost answer nor a process that died between call
 * and result takes money twice (F-12, F-14). What the call needs never leaves here. Returns whether it should be made again, and when.
 */
export async function callGateway(
  tenantId: string,
  paymentId: string,
): Promise<{ again: boolean; afterSeconds?: number }> {
  const claim = await runAsSystem(tenantId, claimPayment, { paymentId });
  if (claim === null) return { again: false };

  const outcome = await ask(claim, surroundingsOf(tenantId, claim));
  if (outcome === null) return { again: false };
  await runAsSystem(tenantId, recordOutcome, { paymentId, outcome: wireOutcome(outcome) });
  const isOpen = outcome.state === "error" && ["retryable", "ambiguous", "conflict"].includes(outcome.class);
  if (!isOpen) return { again: false };
  return { again: true, afterSeconds: outcome.retryAfterSeconds ?? 0 };
}

async function ask(claim: Claim, surroundings: Surroundings): Promise<ChargeOutcome | null> {
  const gateway = gateways.find(({ id }) => id === claim.gateway);
  const settings = gateway?.settings.safeParse(claim.settings);
  if (gateway === undefined || !settings?.success) return misconfigured(claim.gateway);

  if (claim.wasCalled) {
    const known = await gateway.retrieve(claim, settings.data, surroundings);
    if (known.state !== "absent") return known;
  }
  if (claim.order !== null) return gateway.charge(claim.order, settings.data, surroundings);
  // It was taken once, so the gateway says, and now it knows nothing of it: that is for a person.
  return {
    state: "error",
    class: "needs_operator",
    code: "not_made",
    detail: "the gateway does not know it",
  };
}

function misconfigured(gateway: string): ChargeOutcome {
  return { state: "error", class: "auth", code: "misconfigured", detail: `settings of ${gateway}` };
}

/** What an adapter is given of the world. */
export function surroundingsOf(
  tenantId: string,
  {
    gateway,
    connectionId,
    origin,
    webhookUrl,
  }: Pick<Claim, "gateway" | "connectionId" | "origin" | "webhookUrl">,
): Surroundings {
  const store = pluginStore(tenantId, gateway, connectionId);
  return { now: new Date(), timeoutMs: 20_000, fetch, store, origin, webhookUrl };
}
