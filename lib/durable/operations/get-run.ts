import "server-only";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { exampleRunDetails } from "@/lib/durable/examples";
import { assertLocal, findRun, toRunView } from "@/lib/durable/queries";
import { readSteps, shown } from "@/lib/durable/read-run";
import { RunDetails, RunReference } from "@/lib/durable/schema";

type Rest = {
  eventId: string;
  receivedAt: Date;
  payload: unknown;
  parentRunId: string | null;
  repeatedById: string | null;
  mostAttempts: number;
  isFunctionGone: boolean;
  output: unknown;
  error: unknown;
};

export const getRun = query({
  name: "durable.run.get",
  summary: "Read a run with its steps",
  description:
    "Inputs, outputs and errors with secrets masked, by the name of their field and by their shape.",
  audience: ["staff"],
  input: RunReference,
  output: RunDetails,
  http: { method: "GET", path: "/durable-runs/{runId}" },
  example: { input: { runId: exampleRunDetails.id }, output: exampleRunDetails },
  refusals: ["durable.run_not_found", "durable.runs_elsewhere"],
  async run(context, { runId }) {
    assertLocal();
    const run = toRunView(await findRun(context, runId));
    const [rest] = await context.query<Rest>(sql`
      select e.public_id as "eventId", e.received_at as "receivedAt", e.payload, r.parent_run_id as "parentRunId",
        (select n.id from durable.runs n where n.repeats_id = r.id order by n.id desc limit 1) as "repeatedById",
        f.max_attempts as "mostAttempts", f.archived_at is not null as "isFunctionGone", r.output, r.error
      from durable.runs r join durable.events e on e.id = r.event_id join durable.functions f on f.id = r.function_id
      where r.id = ${runId}::uuid`);
    const { eventId, receivedAt, payload, output, error, ...facts } = rest as Rest;
    return {
      ...run,
      ...facts,
      event: { id: eventId, receivedAt, payload: shown(payload) },
      output: run.state === "completed" ? shown(output) : null,
      errorDetails: run.error === null ? null : shown(error),
      ...(await readSteps(context, runId)),
      asOf: context.now,
    };
  },
});
