import { onEvent } from "@/inngest/client";
import { runAsSystem } from "@/lib/core/operation/run";
import { hostAdded, hostCheckRequested } from "@/lib/tenants/events";
import { hostProof } from "@/lib/tenants/host-proof";
import { lookUpProof } from "@/lib/tenants/look-up-proof";
import { recordHostCheck } from "@/lib/tenants/operations/record-host-check";

/** How long to wait before the record is looked for again: people add the host first and the record after. */
const waits = ["1m", "10m", "1h", "6h", "24h"] as const;

type Step = Parameters<Parameters<typeof onEvent>[1]>[0]["step"];

async function check(step: Step, tenantId: string, host: string, round: number): Promise<boolean> {
  const outcome = await step.run(`look-up-${round}`, () => lookUpProof(host, hostProof(tenantId, host)));
  const { verifiedAt } = await step.run(`record-${round}`, () =>
    runAsSystem(tenantId, recordHostCheck, { host, outcome }),
  );
  return verifiedAt !== null;
}

/** Looks for the proof of a host that was just added, now and then for a day and a half. */
export const proveHost = onEvent(
  {
    id: "prove-host",
    event: hostAdded,
    cancelOn: [{ event: "tenants/host.removed", match: "data.subject" }],
  },
  async ({ step, tenantId, payload: { host } }) => {
    for (const [round, wait] of waits.entries()) {
      if (await check(step, tenantId, host, round)) return { host, isProved: true };
      await step.sleep(`wait-${round}`, wait);
    }
    return { host, isProved: await check(step, tenantId, host, waits.length) };
  },
);

/** Looks for it at once, because somebody asked. */
export const checkHostNow = onEvent(
  { id: "check-host", event: hostCheckRequested },
  async ({ step, tenantId, payload: { host } }) => ({ host, isProved: await check(step, tenantId, host, 0) }),
);
