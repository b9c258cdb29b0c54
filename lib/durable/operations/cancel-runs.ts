import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { cancel, toMany } from "@/lib/durable/commands";
import { exampleRun } from "@/lib/durable/examples";
import { BulkResult, RunSelection } from "@/lib/durable/schema";

export const cancelRuns = operation({
  name: "durable.run.cancelMany",
  summary: "Cancel several runs",
  description: "Runs that do not allow it are counted by the code of their refusal; the others go on.",
  audience: ["staff"],
  input: RunSelection,
  output: BulkResult,
  http: { method: "POST", path: "/durable-runs/cancel" },
  example: {
    input: { runIds: [exampleRun.id] },
    output: { done: 1, refused: [{ code: "durable.run_ended", count: 2 }] },
  },
  refusals: ["durable.runs_elsewhere"],
  run: (context, { runIds }) => toMany(context, runIds, cancel),
});
