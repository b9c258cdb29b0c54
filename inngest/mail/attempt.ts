import { isPublicAddress } from "@/lib/core/http/public-address";
import { runAsSystem } from "@/lib/core/operation/run";
import type { Outcome } from "@/lib/mail/contract";
import { type Claim, claimMessage } from "@/lib/mail/delivery/claim-message";
import { recordAttempt } from "@/lib/mail/delivery/record-attempt";
import { mailTransports } from "@/plugins/mail";

export type Attempt = { messageId: string; round: number; attempt: number };

const timeoutMs = 30_000;

/**
 * One attempt to hand a mail over: intent, call, result. Returns after how many seconds to try again, or null. What it reads of the
 * mail never leaves it, so no state of durable work holds a word of it.
 */
export async function attemptDelivery(
  tenantId: string,
  { messageId, round, attempt }: Attempt,
): Promise<number | null> {
  const claim = await runAsSystem(tenantId, claimMessage, { messageId, round });
  if (claim === null) return null;

  const outcome = await handOver(claim);
  const call = { messageId, round, attempt, outcome };
  return (await runAsSystem(tenantId, recordAttempt, call)).retryAfterSeconds;
}

async function handOver({ way, mail }: Claim): Promise<Outcome> {
  const transport = mailTransports[way.transport];
  const settings = transport?.settings.safeParse(way.settings);
  if (transport === undefined || !settings?.success) {
    return { kind: "later", reason: "misconfigured", detail: `settings of ${way.transport}` };
  }
  const permits = way.isOfCompany ? isPublicAddress : () => true;
  return transport.send(mail, settings.data, { permits, timeoutMs });
}
