import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { money } from "@/lib/core/money/money";
import { type ChargeOutcome, type Gateway, webhookToleranceSeconds } from "@/lib/payments/contract";
import { cards } from "@/plugins/gateway-sandbox/cards";
import { makeCharge, outcomeOf, readCharge } from "@/plugins/gateway-sandbox/charge";
import { signatureHeader, verify } from "@/plugins/gateway-sandbox/signature";
import { change } from "@/plugins/gateway-sandbox/work";

export const sandboxId = "sandbox";

const settings = z.object({
  /** Made by the sandbox itself where nobody gives one. */
  webhookSecret: z
    .string()
    .min(16)
    .max(200)
    .prefault(() => randomBytes(24).toString("base64url")),
});

const method = z.object({
  cardNumber: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, ""))
    .refine((number) => Object.hasOwn(cards, number), "must be one of the test cards"),
  expiry: z.string().regex(/^(?:0[1-9]|1[0-2]) ?\/ ?\d{2}$/, "must be a month and a year such as 04/30"),
  securityCode: z.string().regex(/^\d{3,4}$/, "must be three or four digits"),
});

/** A gateway that moves no money. Its outcomes are chosen by card, and its notices are real: signed, sent over HTTP. */
export const sandbox: Gateway<typeof settings, typeof method> = {
  id: sandboxId,
  version: "1.0.0",
  isTest: true,
  capabilities: { confirmation: true, delayed: true, webhooks: true, refunds: false },
  currencies: null,
  settings,
  secretFields: ["webhookSecret"],
  form: "card",
  method,
  testCards: Object.entries(cards).map(([number, { meaning }]) => ({ number, meaning })),
  health: async () => ({ ok: true, warnings: [] }),

  async charge(order, _settings, surroundings) {
    const { charge, script } = await makeCharge(order, surroundings);
    if (!script.losesAnswer) return outcomeOf(charge);
    return {
      state: "error",
      class: "ambiguous",
      code: "other",
      detail: "the connection was cut before the answer",
    };
  },

  async retrieve({ paymentId }, _settings, { store, now }) {
    const charge = await readCharge(store, paymentId);
    return charge === null ? { state: "absent" } : outcomeOf(change(charge, now));
  },

  readWebhook({ body, header, now }, { webhookSecret }) {
    const tolerance = { secret: webhookSecret, now, toleranceSeconds: webhookToleranceSeconds };
    const verdict = verify(header(signatureHeader), body, tolerance);
    if (verdict !== "genuine") return { kind: "refused", reason: verdict };

    const parsed = noticeSchema.safeParse(parseJson(body));
    if (!parsed.success) return { kind: "refused", reason: "malformed" };
    const { id, type, payment_id: paymentId, outcome } = parsed.data;
    const reference = "reference" in outcome ? (outcome.reference ?? "") : "";
    return {
      kind: "read",
      notice: { externalId: id, kind: type, reference, paymentId, outcome: heard(outcome) },
    };
  },
};

const reference = z.string();
const card = z.string().nullable();
const noticeSchema = z.object({
  id: z.string(),
  type: z.string(),
  payment_id: z.string(),
  outcome: z.discriminatedUnion("state", [
    z.object({
      state: z.literal("succeeded"),
      reference,
      method: card,
      amount: z.object({ minor: z.int(), currency: z.string() }),
    }),
    z.object({ state: z.literal("pending"), reference, method: card }),
    z.object({ state: z.literal("action_required"), reference, method: card, url: z.string() }),
    z.object({
      state: z.literal("error"),
      class: z.literal("permanent"),
      code: z.string(),
      detail: z.string(),
      reference,
    }),
  ]),
});

function heard(outcome: z.output<typeof noticeSchema>["outcome"]): ChargeOutcome {
  if (outcome.state !== "succeeded") return outcome;
  const { minor, currency } = outcome.amount;
  return { ...outcome, amount: money(BigInt(minor), currency as CurrencyCode) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
