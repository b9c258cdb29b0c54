import { Resend } from "resend";
import { z } from "zod";
import type { Mailbox, MailTransport, Outcome } from "@/lib/mail/contract";

const settings = z.object({ apiKey: z.string().min(8), baseUrl: z.url() });

type Failure = { readonly name: string; readonly message: string; readonly statusCode: number | null };

/** Hands mail to Resend by its HTTP API. The idempotency key is the message's id; Resend remembers it for a day. */
export const resendTransport: MailTransport<typeof settings> = {
  id: "resend",
  settings,
  async send(mail, { apiKey, baseUrl }, { timeoutMs }) {
    const resend = new Resend(apiKey, { baseUrl: baseUrl.replace(/\/$/, "") });
    const { from, to, replyTo, subject, html, text, headers } = mail;
    const payload = {
      from: written(from),
      to: [to.address],
      ...(replyTo !== null && { replyTo }),
      subject,
      html,
      text,
      headers: { ...headers },
    };
    const options = { idempotencyKey: mail.id, signal: AbortSignal.timeout(timeoutMs) };
    try {
      const answer = await resend.emails.send(payload, options);
      if (answer.error === null) return { kind: "accepted", providerId: answer.data.id };
      return outcomeOf(answer.error as Failure, answer.headers?.["retry-after"]);
    } catch {
      return { kind: "unknown", detail: "No answer in time." };
    }
  },
};

/** `"Ada \"A\" Lovelace" <ada@example.com>`: RFC 5322 with the name always quoted. */
function written({ address, name }: Mailbox): string {
  return name === null ? address : `"${name.replace(/["\\]/g, "\\$&")}" <${address}>`;
}

function outcomeOf({ statusCode, name, message }: Failure, retryAfter: string | undefined): Outcome {
  const detail = `${statusCode ?? ""} ${name}: ${message}`.trim();
  switch (statusCode) {
    case 429:
      return { kind: "later", reason: "rate_limited", detail, afterSeconds: seconds(retryAfter) };
    case 401:
    case 403:
      return { kind: "later", reason: "misconfigured", detail };
    case 503:
      return { kind: "later", reason: "unavailable", detail };
    case 409:
      // The key is in use by an attempt that still runs; or it was used for another content, so that attempt was taken or refused.
      return name === "concurrent_idempotent_requests"
        ? { kind: "later", reason: "unavailable", detail }
        : { kind: "refused", reason: "message_refused", detail };
    case 400:
    case 413:
    case 422:
      return name === "invalid_from_address"
        ? { kind: "later", reason: "misconfigured", detail }
        : { kind: "refused", reason: "message_refused", detail };
    default:
      // A server's failure, a broken connection, an answer that is none: the mail may have been taken.
      return { kind: "unknown", detail };
  }
}

function seconds(retryAfter: string | undefined): number {
  const asked = Number(retryAfter);
  return Number.isFinite(asked) && asked > 0 ? Math.ceil(asked) : 0;
}
