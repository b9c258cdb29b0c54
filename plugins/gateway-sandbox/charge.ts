import { randomBytes } from "node:crypto";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { money } from "@/lib/core/money/money";
import type { ChargeOrder, ChargeOutcome, PluginStore, Surroundings } from "@/lib/payments/contract";
import { cards, lastDigits, type Script } from "@/plugins/gateway-sandbox/cards";

/** A notice on its way: what it says is what was true when it was written down. */
export type Notice = { id: string; state: Charge["state"]; dueAt: string; left: number };

/** A charge as the sandbox keeps it. */
export type Charge = {
  paymentId: string;
  reference: string;
  minor: number;
  currency: string;
  method: string;
  meaning: string;
  state: "pending" | "confirm" | "paid" | "failed";
  failure: string | null;
  /** When it changes by itself. */
  changesAt: string | null;
  changesTo: "paid" | "failed" | null;
  token: string | null;
  confirmUrl: string | null;
  webhookUrl: string;
  notices: Notice[];
};

/** What the page of the sandbox shows to a payer who has to confirm. */
export type Confirmation = {
  paymentId: string;
  minor: number;
  currency: string;
  description: string;
  method: string;
  returnUrl: string;
  answer: "confirm" | "decline" | null;
};

export const chargeKey = (paymentId: string) => `charge:${paymentId}`;
export const confirmationKey = (token: string) => `confirmation:${token}`;

export async function readCharge(store: PluginStore, paymentId: string): Promise<Charge | null> {
  return (await store.get(chargeKey(paymentId))) as Charge | null;
}

/** Makes a charge as its card says. One payment has one charge: a second call finds the first. */
export async function makeCharge(
  order: ChargeOrder,
  { store, now, origin, webhookUrl }: Surroundings,
): Promise<{ charge: Charge; script: Script }> {
  const number = order.method.cardNumber ?? "";
  const script = cards[number] ?? { meaning: "declined", first: "failed", failure: "invalid_card" };
  const made = await readCharge(store, order.paymentId);
  if (made !== null) return { charge: made, script: { ...script, losesAnswer: false } };

  const token = script.first === "confirm" ? randomBytes(24).toString("base64url") : null;
  const charge: Charge = {
    paymentId: order.paymentId,
    reference: `sb_${order.paymentId.replaceAll("-", "").slice(-20)}`,
    minor: Number(order.amount.minor),
    currency: order.amount.currency,
    method: lastDigits(number),
    meaning: script.meaning,
    state: script.first,
    failure: script.failure ?? null,
    changesAt: script.afterwards ? later(now, script.afterwards.afterSeconds) : null,
    changesTo: script.afterwards?.state ?? null,
    token,
    confirmUrl: token && `${origin}/sandbox/confirm/${token}`,
    webhookUrl,
    notices: [],
  };
  if (token !== null) await store.put(confirmationKey(token), confirmationOf(order, charge));
  const kept = withNotice(charge, now);
  await store.put(chargeKey(order.paymentId), kept);
  return { charge: kept, script };
}

function confirmationOf(order: ChargeOrder, charge: Charge): Confirmation {
  const { paymentId, minor, currency, method } = charge;
  const { description, returnUrl } = order;
  return { paymentId, minor, currency, description, method, returnUrl, answer: null };
}

/** The charge with a notice of its present state on the way. */
export function withNotice(charge: Charge, now: Date): Charge {
  const script = Object.values(cards).find(({ meaning }) => meaning === charge.meaning);
  const notice: Notice = {
    id: `evt_${charge.reference.slice(3)}_${charge.notices.length + 1}`,
    state: charge.state,
    dueAt: later(now, script?.lateSeconds ?? 0),
    left: script?.copies ?? 1,
  };
  return { ...charge, notices: [...charge.notices, notice] };
}

/** What a charge in a state means to whoever asked for it. */
export function outcomeOf(charge: Charge, state: Charge["state"] = charge.state): ChargeOutcome {
  const { reference, method } = charge;
  switch (state) {
    case "paid":
      return {
        state: "succeeded",
        reference,
        method,
        amount: money(BigInt(charge.minor), charge.currency as CurrencyCode),
      };
    case "pending":
      return { state: "pending", reference, method };
    case "confirm":
      return { state: "action_required", reference, method, url: charge.confirmUrl ?? "" };
    case "failed":
      return {
        state: "error",
        class: "permanent",
        code: charge.failure ?? "declined",
        detail: `card: ${charge.meaning}`,
        reference,
      };
  }
}

function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1_000).toISOString();
}
