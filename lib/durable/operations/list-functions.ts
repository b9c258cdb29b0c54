import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { exampleFunction } from "@/lib/durable/examples";
import { assertLocal, ownRuns } from "@/lib/durable/queries";
import { FunctionView } from "@/lib/durable/schema";

type Row = {
  id: string;
  name: string;
  isGone: boolean;
  events: string[];
  schedules: { cron: string; next_at: string }[];
  open: bigint;
  failed: bigint;
  recent: bigint;
  lastAt: Date | null;
};

export const listFunctions = query({
  name: "durable.function.list",
  summary: "List the functions of durable work",
  description: "What starts each, when its schedules come up next, and how many of its runs there are.",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z.object({ items: z.array(FunctionView) }),
  http: { method: "GET", path: "/durable-functions" },
  example: { input: {}, output: { items: [exampleFunction] } },
  refusals: ["durable.runs_elsewhere"],
  async run(context) {
    assertLocal();
    const own = await ownRuns(context);
    // Their number is bounded by the product's code, so there is one page. A function that is gone is shown as long as its runs are.
    const rows = await context.query<Row>(sql`
      select f.id, f.name, f.archived_at is not null as "isGone",
        array(select t.event_name from durable.triggers t where t.function_id = f.id order by t.position) as events,
        coalesce((select json_agg(s order by s.next_at) from durable.schedules s where s.function_id = f.id), '[]') as schedules,
        (select count(*) from durable.runs r where ${own} and r.function_id = f.id and r.ended_at is null) as open,
        (select count(*) from durable.runs r where ${own} and r.function_id = f.id and r.status = 'failed') as failed,
        (select count(*) from durable.runs r where ${own} and r.function_id = f.id
          and r.created_at > now() - interval '24 hours') as recent,
        (select max(r.created_at) from durable.runs r where ${own} and r.function_id = f.id) as "lastAt"
      from durable.functions f order by f.archived_at nulls first, f.name, f.id`);
    const items = rows.map(({ schedules, ...fn }) => ({ ...fn, schedules: schedules.map(toSchedule) }));
    return { items: items.filter(({ isGone, lastAt }) => !isGone || lastAt !== null) };
  },
});

/** A cron line may begin with its zone: `TZ=Europe/Berlin 0 9 * * *`. */
function toSchedule({ cron, next_at: nextAt }: { cron: string; next_at: string }) {
  const [, timeZone = null, line = cron] = /^TZ=(\S+)\s+(.*)$/.exec(cron) ?? [];
  return { cron: line, timeZone, nextAt: new Date(nextAt) };
}
