import "server-only";
import { z } from "zod";
import { config } from "@/lib/core/config/load";
import { type Sql, sql } from "@/lib/core/db/sql";
import { type QueryContext, query } from "@/lib/core/operation/operation";
import { exampleQueue } from "@/lib/durable/examples";
import { ownRuns, stateOfRun } from "@/lib/durable/queries";
import { placeOf } from "@/lib/durable/rules/place";
import type { RunState } from "@/lib/durable/rules/state";
import { QueueView } from "@/lib/durable/schema";

export const getQueue = query({
  name: "durable.queue.get",
  summary: "See how durable work stands",
  description: "Runs that are not done, by state, and since when the oldest work that is due has waited.",
  audience: ["staff"],
  input: z.strictObject({}),
  output: QueueView,
  http: { method: "GET", path: "/durable-queue" },
  example: { input: {}, output: exampleQueue },
  async run(context) {
    const { kind, dashboardUrl } = placeOf(config());
    const counted = kind === "local" ? await countRuns(context) : nothing;
    return { place: kind, dashboardUrl, ...counted, asOf: context.now };
  },
});

type Counted = Record<"queued" | "running" | "waiting" | "sleeping" | "failed", bigint> & {
  oldestDueAt: Date | null;
};

const nothing: Counted = {
  queued: 0n,
  running: 0n,
  waiting: 0n,
  sleeping: 0n,
  failed: 0n,
  oldestDueAt: null,
};

async function countRuns(context: QueryContext): Promise<Counted> {
  const own = await ownRuns(context);
  const states = await context.query<{ state: RunState; count: bigint }>(sql`
    select ${stateOfRun} as state, count(*) as count from durable.runs r where ${own} and r.ended_at is null group by 1`);
  const [rest] = await context.query<{ failed: bigint; oldest: Date | null }>(sql`
    select (select count(*) from durable.runs r where ${own} and r.status = 'failed') as failed, ${oldestDue(own)} as oldest`);
  const counts = Object.fromEntries(states.map(({ state, count }) => [state, count]));
  return { ...nothing, ...counts, failed: rest?.failed ?? 0n, oldestDueAt: rest?.oldest ?? null };
}

/** Since when the oldest call that could be made has not been made. */
function oldestDue(own: Sql): Sql {
  return sql`(select min(c.due_at) from durable.calls c join durable.runs r on r.id = c.run_id
    where c.state <> 'done' and c.state <> 'running' and c.due_at <= now() and ${own})`;
}
