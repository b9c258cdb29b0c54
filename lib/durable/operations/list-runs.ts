import "server-only";
import { z } from "zod";
import { join, sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";
import { exampleRun } from "@/lib/durable/examples";
import {
  assertLocal,
  isInState,
  ownRuns,
  type RunRow,
  runColumns,
  runsWhere,
  toRunView,
} from "@/lib/durable/queries";
import { runStates } from "@/lib/durable/rules/state";
import { RunView } from "@/lib/durable/schema";

const definition = {
  from: sql`durable.runs`,
  columns: runColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: {
    functionId: lineSchema(200).optional(),
    state: z.enum(runStates).optional(),
    subject: lineSchema(200).optional().meta({ description: "Id of the record that the event is about." }),
    from: instantSchema.optional().meta({ description: "Began not before this instant." }),
    until: instantSchema.optional().meta({ description: "Began before this instant." }),
  },
} as const;

export const listRuns = query({
  name: "durable.run.list",
  summary: "List runs of durable work",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(RunView),
  http: { method: "GET", path: "/durable-runs" },
  example: {
    input: { state: "failed", limit: 50 },
    output: { items: [exampleRun], nextCursor: null },
  },
  refusals: ["durable.runs_elsewhere"],
  async run(context, { functionId, state, subject, from, until, ...request }) {
    assertLocal();
    // Narrowed below the names that it gets, where the indexes are.
    const conditions = [
      await ownRuns(context),
      functionId === undefined ? undefined : sql`r.function_id = ${functionId}`,
      state && isInState(state),
      subject === undefined ? undefined : sql`r.subject = ${subject}`,
      from && sql`r.created_at >= ${from}`,
      until && sql`r.created_at < ${until}`,
    ].filter((condition) => condition !== undefined);
    const source = { ...definition, from: runsWhere(context, join(conditions, " and ")) };
    const page = await readPage<RunRow>(context, source, request, []);
    return { ...page, items: page.items.map(toRunView) };
  },
});
