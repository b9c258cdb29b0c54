import type { Tx } from "./database";
import { askForRuns } from "./flow/ask";
import type { FunctionRow } from "./model";
import { nextCronTime } from "./protocol/function-config";
import { parseDuration } from "./protocol/time";
import { addJob } from "./queue";
import { storeOwnEvent } from "./store-event";

/** Plans the next time of a schedule, up to its jitter later, so that functions of one hour do not all start at once. */
export async function addTick(tx: Tx, fn: Pick<FunctionRow, "id" | "config">, cron: string, at: Date) {
  const { jitter = "" } = fn.config.triggers.find((trigger) => trigger.cron === cron) ?? {};
  const later = new Date(at.getTime() + Math.random() * (parseDuration(jitter) ?? 0));
  await addJob(tx, "tick", { function: fn.id, cron }, { at: later, key: tickKey(fn.id, cron) });
}

export function tickKey(functionId: string, cron: string): string {
  return `tick:${functionId}:${cron}`;
}

/**
 * A schedule's time is there: starts the run and plans the next time, in one transaction, so that each time starts one run. Times
 * that passed while no server ran are made up for by one run.
 */
export async function tick(
  tx: Tx,
  { function: functionId, cron }: { function: string; cron: string },
): Promise<void> {
  const { rows } = await tx.query<FunctionRow & { next_at: Date; now: Date }>(
    `select f.id, f.url, f.max_attempts, f.config, s.next_at, now() as now
     from durable.schedules s join durable.functions f on f.id = s.function_id
     where s.function_id = $1 and s.cron = $2 and f.archived_at is null
     for update of s`,
    [functionId, cron],
  );
  const schedule = rows[0];
  if (!schedule) return;
  const { next_at: dueAt, now } = schedule;
  if (dueAt > now) return addTick(tx, schedule, cron, dueAt);

  const event = await storeOwnEvent(tx, {
    name: "inngest/scheduled.timer",
    data: { cron },
    ts: dueAt.getTime(),
  });
  await askForRuns(tx, [{ fn: schedule, event }], now);
  const nextAt = nextCronTime(cron, now);
  if (!nextAt) return;
  await tx.query("update durable.schedules set next_at = $3 where function_id = $1 and cron = $2", [
    functionId,
    cron,
    nextAt,
  ]);
  await addTick(tx, schedule, cron, nextAt);
}
