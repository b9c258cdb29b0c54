import type pg from "pg";
import { vi } from "vitest";
import { performAction } from "@/inngest/provisioning/perform";
import { runFunction, type TrialOptions } from "@/inngest/testing";

/**
 * Carries out the newest deed that was set on its way for a service, as durable work would. The clock moves with the pauses; Date has
 * to be a fake one for modules to see it.
 */
export async function performNewest(
  owner: pg.Pool,
  serviceId: string,
  options: Omit<TrialOptions, "event" | "onClock"> = {},
) {
  const { rows } = await owner.query<{ tenant_id: string; payload: Record<string, unknown>; actor: unknown }>(
    `select tenant_id, payload, actor from outbox_events where subject = $1 and name = 'provisioning/action.queued'
     order by sequence desc limit 1`,
    [serviceId],
  );
  const [newest] = rows;
  if (newest === undefined) throw new Error("nothing was set on its way");
  const data = { ...newest.payload, tenantId: newest.tenant_id, subject: serviceId, actor: newest.actor };
  const onClock = (now: Date) => vi.isFakeTimers() && vi.setSystemTime(now);
  return runFunction(performAction, {
    event: { name: "provisioning/action.queued", data },
    onClock,
    ...options,
  });
}
