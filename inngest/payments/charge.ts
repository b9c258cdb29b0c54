import { onEvent } from "@/inngest/client";
import { callGateway } from "@/inngest/payments/call-gateway";
import { paymentCheckAsked, paymentStarted } from "@/lib/payments/events";
import { pauseAfterCall } from "@/lib/payments/rules/retry";

/**
 * Takes the money of a payment: a call of its gateway, and while the outcome is not known a pause and a question. After the last the
 * round of the clock asks (reconcile.ts).
 */
export const chargePayment = onEvent(
  {
    id: "payments-charge",
    name: "Charge a payment",
    event: paymentStarted,
    retries: 5,
    concurrency: { key: "event.data.paymentId", limit: 1 },
  },
  async ({ tenantId, payload, step }) => {
    for (let call = 1; ; call += 1) {
      const { again, afterSeconds } = await step.run(`call-${call}`, () =>
        callGateway(tenantId, payload.paymentId),
      );
      const seconds = again ? pauseAfterCall(call, afterSeconds) : undefined;
      if (seconds === undefined) return { calls: call };
      await step.sleep(`pause-${call}`, seconds * 1_000);
    }
  },
);

/** Asks a gateway what became of a payment, because somebody wants to know. */
export const checkPayment = onEvent(
  {
    id: "payments-check",
    name: "Ask a gateway about a payment",
    event: paymentCheckAsked,
    concurrency: { key: "event.data.paymentId", limit: 1 },
  },
  ({ tenantId, payload, step }) => step.run("ask", () => callGateway(tenantId, payload.paymentId)),
);
