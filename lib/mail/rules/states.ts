export const mailStates = ["QUEUED", "SENDING", "SENT", "FAILED", "BOUNCED"] as const;
export type MailState = (typeof mailStates)[number];

export const mailKinds = ["TRANSACTIONAL", "MARKETING"] as const;
export type MailKind = (typeof mailKinds)[number];

export const suppressionReasons = ["BOUNCED", "COMPLAINED", "UNSUBSCRIBED"] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** Why a mail did not leave, or not yet. People read the translation `mail.reasons.<code>`. */
export const mailReasons = [
  "unavailable",
  "rate_limited",
  "outcome_unknown",
  "misconfigured",
  "recipient_refused",
  "message_refused",
  "address_bounced",
  "complained",
  "unsubscribed",
  "expired",
  "body_gone",
  "gave_up",
] as const;
export type MailReason = (typeof mailReasons)[number];

export type MailAction = "attempt" | "sendAgain";

const allowedFrom = {
  // SENDING too: an attempt that died is made again, under the same id.
  attempt: ["QUEUED", "SENDING"],
  sendAgain: ["FAILED", "BOUNCED"],
} satisfies Record<MailAction, readonly MailState[]>;

export function canMail(action: MailAction, state: MailState): boolean {
  return (allowedFrom[action] as readonly MailState[]).includes(state);
}

/**
 * What stops a mail to an address that is marked. Nothing reaches an address that bounced; who complained or unsubscribed still
 * gets what concerns their own account.
 */
export function stoppedBy(kind: MailKind, marks: readonly SuppressionReason[]): MailReason | undefined {
  if (marks.includes("BOUNCED")) return "address_bounced";
  if (kind === "TRANSACTIONAL") return undefined;
  if (marks.includes("COMPLAINED")) return "complained";
  return marks.includes("UNSUBSCRIBED") ? "unsubscribed" : undefined;
}
