import type { Outcome } from "@/lib/mail/contract";

type SmtpError = Error & { code?: string; responseCode?: number; response?: string; command?: string };

/**
 * What an ended conversation means. Codes of RFC 5321, 4.2, and RFC 3463: the first digit says whether it is for good, the enhanced
 * code whether it is about the mailbox (5.1, 5.2.1) or about policy (5.7).
 */
export function outcomeOf(error: unknown, wasContentTaken: boolean): Outcome {
  const { code = "", responseCode, response, command = "", message } = error as SmtpError;
  const detail = (response ?? message ?? "").slice(0, 300);

  if (responseCode === undefined && wasContentTaken) return { kind: "unknown", detail };
  if (code === "EAUTH" || code === "ETLS" || responseCode === 530) return misconfigured(detail);
  if (responseCode === undefined || responseCode < 500)
    return { kind: "later", reason: "unavailable", detail };
  if (command === "RCPT TO") {
    const reason = isAboutMailbox(responseCode, detail) ? "recipient_refused" : "message_refused";
    return { kind: "refused", reason, detail };
  }
  // A server that does not want this sender, or speaks another dialect, is the operator's to put right.
  if (command === "DATA") return { kind: "refused", reason: "message_refused", detail };
  return misconfigured(detail);
}

function misconfigured(detail: string): Outcome {
  return { kind: "later", reason: "misconfigured", detail };
}

function isAboutMailbox(responseCode: number, response: string): boolean {
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  if (enhanced !== undefined) return enhanced.startsWith("5.1.") || enhanced === "5.2.1";
  return [550, 551, 553].includes(responseCode);
}
