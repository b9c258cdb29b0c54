import { onEvent } from "@/inngest/client";
import { runAsSystem } from "@/lib/core/operation/run";
import { readConnection } from "@/lib/payments/delivery/notices";
import { pluginStore } from "@/lib/payments/delivery/plugin-values";
import { confirmationAnswered, valueStored } from "@/lib/payments/events";
import { answerSandbox, sandboxId, workSandbox } from "@/plugins/gateways";

/** How often at most for one change: a notice that nobody takes is given up, and the gateway is asked instead. */
const mostRounds = 20;

/** The test gateway at work: charges settle when their time has come, and signed notices go out. */
export const workOfSandbox = onEvent(
  {
    id: "payments-sandbox-work",
    name: "Test gateway: settle and tell",
    event: valueStored,
    concurrency: { key: "event.data.key", limit: 1 },
  },
  async ({ tenantId, payload, step }) => {
    const paymentId = /^charge:(.+)$/.exec(payload.key)?.[1];
    if (payload.plugin !== sandboxId || paymentId === undefined) return { rounds: 0 };

    for (let round = 1; ; round += 1) {
      const pauseMs = await step.run(`work-${round}`, async () =>
        workSandbox(paymentId, await aroundOf(tenantId, payload.connectionId)),
      );
      if (pauseMs === null || round === mostRounds) return { rounds: round };
      await step.sleep(`pause-${round}`, Math.max(pauseMs, 1_000));
    }
  },
);

/** The payer has answered on the test gateway's page. */
export const answerOfPayer = onEvent(
  { id: "payments-sandbox-answer", name: "Test gateway: the payer’s answer", event: confirmationAnswered },
  async ({ tenantId, payload, step }) => {
    const token = payload.key.replace(/^confirmation:/, "");
    await step.run("answer", async () =>
      answerSandbox(token, payload.answer, await aroundOf(tenantId, payload.connectionId)),
    );
    return {};
  },
);

async function aroundOf(tenantId: string, connectionId: string) {
  const { settings } = await runAsSystem(tenantId, readConnection, { connectionId });
  const store = pluginStore(tenantId, sandboxId, connectionId);
  return { store, now: new Date(), fetch, timeoutMs: 10_000, secret: settings.webhookSecret ?? "" };
}
