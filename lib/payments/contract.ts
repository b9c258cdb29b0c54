import type { z } from "zod";
import type { Money } from "@/lib/core/money/money";

/**
 * How a call ended: the five states of every adapter, with an error as the last.
 * - `succeeded`: the money is taken; `amount` is what was
 * - `pending`: the gateway has it in hand; it tells later, or is asked again
 * - `action_required`: the payer confirms at `url`
 * - `blocked`: it will not go on by itself
 * - `error`: see `FailureClass`
 */
export type ChargeOutcome =
  | {
      readonly state: "succeeded";
      readonly reference: string;
      readonly method: string | null;
      readonly amount: Money;
    }
  | { readonly state: "pending"; readonly reference: string; readonly method: string | null }
  | {
      readonly state: "action_required";
      readonly reference: string;
      readonly method: string | null;
      readonly url: string;
    }
  | { readonly state: "blocked"; readonly reference: string; readonly by: string }
  | ChargeFailure;

export type ChargeFailure = {
  readonly state: "error";
  readonly class: FailureClass;
  /** Stable word of ours where there is one for it (`failureCodes`), else the gateway's. */
  readonly code: string;
  /** For staff; nothing secret, no card. */
  readonly detail: string;
  readonly reference?: string;
  readonly retryAfterSeconds?: number;
};

/**
 * - `retryable`: certainly not done, or safe to repeat under the same key
 * - `ambiguous`: it may have been done: the gateway is asked before anything else
 * - `conflict`: it is there already: read back
 * - `permanent`: it will never be done: declined, not valid
 * - `auth`: the connection's keys do not work
 * - `insufficient_funds`: the company's own balance at the provider
 * - `needs_operator`: an answer that nobody foresaw
 */
export type FailureClass =
  | "retryable"
  | "ambiguous"
  | "conflict"
  | "permanent"
  | "auth"
  | "insufficient_funds"
  | "needs_operator";

/** Why payments fail, in words that people read translated. An adapter maps its own onto these. */
export const failureCodes = [
  "declined",
  "funds",
  "expired_card",
  "wrong_security_code",
  "stolen_card",
  "limit_exceeded",
  "confirmation_declined",
  "confirmation_expired",
  "returned",
  "invalid_card",
  "misconfigured",
  "amount_differs",
  "not_made",
  "other",
] as const;

export type ChargeOrder = {
  /** Id of the payment: key of idempotency, and how the gateway finds the charge again. */
  readonly paymentId: string;
  readonly amount: Money;
  readonly description: string;
  /** What the payer gave, by the gateway's own `method` schema. */
  readonly method: Readonly<Record<string, string>>;
  readonly payer: { readonly name: string; readonly email: string };
  /** Where the payer goes on after having confirmed elsewhere. */
  readonly returnUrl: string;
};

/** What an adapter keeps for itself between calls; no table is its own to write to. */
export type PluginStore = {
  get(key: string): Promise<unknown>;
  /** Replaces what stood there. */
  put(key: string, value: Readonly<Record<string, unknown>>): Promise<void>;
};

export type Surroundings = {
  readonly now: Date;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
  readonly store: PluginStore;
  /** Address of the company's site, without a slash at the end. */
  readonly origin: string;
  /** Where the gateway tells what became of a charge. */
  readonly webhookUrl: string;
};

export type WebhookRequest = {
  /** Byte for byte as it came: the signature is over it. */
  readonly body: string;
  header(name: string): string | null;
  readonly now: Date;
};

/** What a gateway tells by itself. `externalId` is the gateway's own name for the telling: one that comes twice is one. */
export type GatewayNotice = {
  readonly externalId: string;
  readonly kind: string;
  readonly reference: string;
  /** The payment that it says it is of, where the gateway carries our id. */
  readonly paymentId: string | null;
  readonly outcome: ChargeOutcome;
};

export type WebhookReading =
  | { readonly kind: "refused"; readonly reason: string }
  /** Null: authentic, and of no interest. */
  | { readonly kind: "read"; readonly notice: GatewayNotice | null };

/** How old a signature may be, and how far ahead of our clock. */
export const webhookToleranceSeconds = 300;

export type Gateway<Settings extends z.ZodObject = z.ZodObject, Method extends z.ZodObject = z.ZodObject> = {
  readonly id: string;
  readonly version: string;
  /** No money moves: people are told so wherever they pay. */
  readonly isTest: boolean;
  readonly capabilities: {
    readonly confirmation: boolean;
    readonly delayed: boolean;
    readonly webhooks: boolean;
    readonly refunds: boolean;
  };
  /** Null: every currency. */
  readonly currencies: readonly string[] | null;
  /** All fields are text; those named in `secretFields` are kept encrypted and never shown again. */
  readonly settings: Settings;
  readonly secretFields: readonly string[];
  /** What the payer gives, and how it is asked for. */
  readonly form: "card" | "none";
  /** Of a test gateway: what can be typed, and what it shows. */
  readonly testCards?: readonly { readonly number: string; readonly meaning: string }[];
  readonly method: Method;
  /** Read-only: do the keys work? */
  health(
    settings: z.output<Settings>,
    surroundings: Surroundings,
  ): Promise<{ ok: boolean; warnings: readonly string[] }>;
  /** Takes the money. Never throws for what the other side does. Repeated under the same payment id it takes nothing again. */
  charge(
    order: ChargeOrder,
    settings: z.output<Settings>,
    surroundings: Surroundings,
  ): Promise<ChargeOutcome>;
  /** What became of a payment, or `absent`: the gateway has never heard of it. */
  retrieve(
    payment: { readonly paymentId: string; readonly reference: string | null },
    settings: z.output<Settings>,
    surroundings: Surroundings,
  ): Promise<ChargeOutcome | { readonly state: "absent" }>;
  readWebhook(request: WebhookRequest, settings: z.output<Settings>): WebhookReading;
};
