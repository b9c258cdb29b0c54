import { inngest } from "@/inngest/client";
import { callGateway } from "@/inngest/payments/call-gateway";
import { findSilentPayments } from "@/lib/payments/reconcile";

/**
 * Asks the gateways about payments of which nothing was heard for a while: notices get lost, processes die between call and result.
 * Each payment is a step of its own, so that a gateway that is away keeps nobody else waiting.
 */
export const reconcilePayments = inngest.createFunction(
  {
    id: "payments-reconcile",
    name: "Reconcile payments",
    concurrency: 1,
    retries: 1,
    triggers: { cron: "*/5 * * * *" },
  },
  async ({ step }) => {
    const open = await step.run("find", () => findSilentPayments(new Date()));
    for (const { tenantId, paymentId } of open) {
      await step.run(`ask-${paymentId}`, () => callGateway(tenantId, paymentId)).catch(() => undefined);
    }
    return { asked: open.length };
  },
);
