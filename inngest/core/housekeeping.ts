import { inngest } from "@/inngest/client";
import { type PruneTarget, pruneExpired, pruneTargets } from "@/lib/core/housekeeping";

/** Deletes what has had its day: idempotency keys, events that were handed over, counters of the rate limiter, links to set up. Hourly. */
export const housekeeping = inngest.createFunction(
  { id: "core-housekeeping", name: "Housekeeping", concurrency: 1, triggers: { cron: "17 * * * *" } },
  async ({ step }) => {
    const deleted: Partial<Record<PruneTarget, number>> = {};
    for (const target of pruneTargets) {
      deleted[target] = await step.run(`prune-${target}`, () => pruneExpired(target, new Date()));
    }
    return deleted;
  },
);
