import type { PluginStore, Surroundings } from "@/lib/payments/contract";
import { cards } from "@/plugins/gateway-sandbox/cards";
import {
  type Charge,
  type Confirmation,
  chargeKey,
  confirmationKey,
  outcomeOf,
  readCharge,
  withNotice,
} from "@/plugins/gateway-sandbox/charge";
import { sign, signatureHeader } from "@/plugins/gateway-sandbox/signature";

type Around = Pick<Surroundings, "store" | "now" | "fetch" | "timeoutMs"> & { secret: string };

/**
 * What the sandbox does by itself: charges change when their time has come, and notices go out. Returns after how many milliseconds there
 * is more to do, or null. A notice that the other side did not take stays and is sent again.
 */
export async function workOn(paymentId: string, around: Around): Promise<number | null> {
  const found = await readCharge(around.store, paymentId);
  if (found === null) return null;

  const changed = change(found, around.now);
  const sent = await sendDue(changed, around);
  if (sent !== found) await around.store.put(chargeKey(paymentId), sent);
  return nextMoment(sent, around.now);
}

/** The charge as its time has made it. */
export function change(charge: Charge, now: Date): Charge {
  if (charge.changesTo === null || charge.changesAt === null || charge.changesAt > now.toISOString())
    return charge;
  const script = Object.values(cards).find(({ meaning }) => meaning === charge.meaning);
  const failure = charge.changesTo === "failed" ? (script?.afterwards?.failure ?? "declined") : null;
  return withNotice({ ...charge, state: charge.changesTo, failure, changesAt: null, changesTo: null }, now);
}

async function sendDue(charge: Charge, around: Around): Promise<Charge> {
  const now = around.now.toISOString();
  let sent = charge;
  for (const notice of charge.notices) {
    if (notice.left === 0 || notice.dueAt > now) continue;
    let left = notice.left;
    while (left > 0 && (await send(charge, notice, around))) left -= 1;
    if (left === notice.left) continue;
    sent = {
      ...sent,
      notices: sent.notices.map((other) => (other.id === notice.id ? { ...other, left } : other)),
    };
  }
  return sent;
}

async function send(charge: Charge, notice: Charge["notices"][number], around: Around): Promise<boolean> {
  const outcome = outcomeOf(charge, notice.state);
  const money =
    "amount" in outcome ? { minor: Number(outcome.amount.minor), currency: charge.currency } : undefined;
  const body = JSON.stringify({
    id: notice.id,
    type: `charge.${notice.state}`,
    payment_id: charge.paymentId,
    outcome: money ? { ...outcome, amount: money } : outcome,
  });
  try {
    const answer = await around.fetch(charge.webhookUrl, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        [signatureHeader]: sign(body, around.secret, around.now),
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(around.timeoutMs),
    });
    await answer.body?.cancel();
    return answer.status >= 200 && answer.status < 300;
  } catch {
    return false;
  }
}

const patienceMs = 30_000;

function nextMoment(charge: Charge, now: Date): number | null {
  const moments = charge.notices
    .filter(({ left }) => left > 0)
    .map(({ dueAt }) => (dueAt <= now.toISOString() ? now.getTime() + patienceMs : Date.parse(dueAt)));
  if (charge.changesAt !== null) moments.push(Date.parse(charge.changesAt));
  return moments.length === 0 ? null : Math.max(Math.min(...moments) - now.getTime(), 0);
}

/**
 * The payer's answer on the sandbox's page. The notice goes out before the page lets the payer go: so it comes before the redirect.
 * A second answer changes nothing.
 */
export async function answer(token: string, said: "confirm" | "decline", around: Around): Promise<void> {
  const confirmation = await readConfirmation(around.store, token);
  if (confirmation === null || confirmation.answer !== null) return;

  const charge = await readCharge(around.store, confirmation.paymentId);
  if (charge !== null && charge.state === "confirm") {
    const state = said === "confirm" ? "paid" : "failed";
    const failure = said === "confirm" ? null : "confirmation_declined";
    await around.store.put(
      chargeKey(charge.paymentId),
      withNotice({ ...charge, state, failure }, around.now),
    );
    await workOn(charge.paymentId, around);
  }
  await around.store.put(confirmationKey(token), { ...confirmation, answer: said });
}

export async function readConfirmation(store: PluginStore, token: string): Promise<Confirmation | null> {
  return (await store.get(confirmationKey(token))) as Confirmation | null;
}
