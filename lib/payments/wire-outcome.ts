import { z } from "zod";
import type { ChargeOutcome, GatewayNotice } from "@/lib/payments/contract";
import { noticeSchema, outcomeSchema } from "@/lib/payments/schema";

/** An adapter's outcome as an operation takes it. Throws on a shape that the contract does not have: drift is an error, never a default. */
export function wireOutcome(outcome: ChargeOutcome): z.input<typeof outcomeSchema> {
  return z.encode(outcomeSchema, outcome as z.output<typeof outcomeSchema>);
}

export function wireNotice(notice: GatewayNotice): z.input<typeof noticeSchema> {
  return z.encode(noticeSchema, notice as z.output<typeof noticeSchema>);
}
