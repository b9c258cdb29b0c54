import type { z } from "zod";

/** A mail as a transport gets it: checked, rendered, with one sender and one recipient. Nothing in it needs interpretation. */
export type OutgoingMail = {
  /** Id of the message: the idempotency key of every attempt. */
  readonly id: string;
  /** `<id@host>`: the same for every attempt, so that a copy is known as one. */
  readonly messageId: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
};

export type Mailbox = { readonly address: string; readonly name: string | null };

/**
 * How an attempt ended.
 * - `accepted`: the other side has taken it over. `providerId` is how its later notices name the mail.
 * - `later`: it was certainly not taken; trying again may help. `unavailable` and `rate_limited` pass by themselves,
 *   `misconfigured` needs an operator.
 * - `unknown`: it may have been taken. The next attempt carries the same id.
 * - `refused`: it never will be. `recipient_refused` says that the address does not exist.
 */
export type Outcome =
  | { readonly kind: "accepted"; readonly providerId: string | null }
  | {
      readonly kind: "later";
      readonly reason: "unavailable" | "rate_limited" | "misconfigured";
      readonly detail: string;
      readonly afterSeconds?: number;
    }
  | { readonly kind: "unknown"; readonly detail: string }
  | {
      readonly kind: "refused";
      readonly reason: "recipient_refused" | "message_refused";
      readonly detail: string;
    };

/** What the surroundings allow a transport. */
export type Surroundings = {
  /** Whether it may connect to an IP address: everything where the operator configured it, public ones where a company did. */
  permits(address: string): boolean;
  readonly timeoutMs: number;
};

/** A way for mail to leave. It never throws for what the other side does: every end of an attempt is an outcome. */
export type MailTransport<Settings extends z.ZodType = z.ZodType> = {
  readonly id: string;
  readonly settings: Settings;
  send(mail: OutgoingMail, settings: z.output<Settings>, surroundings: Surroundings): Promise<Outcome>;
};

/** What a provider tells later of a mail that it took. */
export type Notice = {
  readonly providerId: string;
  readonly kind: "bounced" | "complained";
  /** Whether the address is dead; a full mailbox is not. */
  readonly isPermanent: boolean;
  readonly detail: string;
};

export type NoticeRequest = {
  /** The body as it came, byte for byte: the signature is over it. */
  readonly body: string;
  header(name: string): string | null;
  readonly now: Date;
};

/**
 * Reads a provider's notice. `refused`: the signature is not the provider's, or the notice is older than five minutes; nothing in
 * it is believed. `read` with null: authentic, and of no interest.
 */
export type NoticeReader = (
  request: NoticeRequest,
  secret: string,
) =>
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "read"; readonly notice: Notice | null };
