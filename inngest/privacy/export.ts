import { onEvent } from "@/inngest/client";
import { runAsSystem } from "@/lib/core/operation/run";
import { exportRequested } from "@/lib/privacy/events";
import { buildExport } from "@/lib/privacy/operations/build-export";
import { expireExport } from "@/lib/privacy/operations/expire-export";

/** Puts an export together, tells who asked, and deletes it when its time is over. */
export const exportPersonalData = onEvent(
  {
    id: "privacy-export",
    name: "Export personal data",
    event: exportRequested,
    concurrency: { limit: 2 },
  },
  async ({ tenantId, payload: { exportId }, step }) => {
    const until = await step.run("build", async () => {
      const { expiresAt } = await runAsSystem(tenantId, buildExport, { exportId });
      return expiresAt?.toISOString() ?? null;
    });
    if (until === null) return;
    await step.sleepUntil("until it expires", until);
    await step.run("delete", () => runAsSystem(tenantId, expireExport, { exportId }).then(() => true));
  },
);
