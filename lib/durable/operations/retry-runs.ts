import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { retry, toMany } from "@/lib/durable/commands";
import { exampleRun } from "@/lib/durable/examples";
import { BulkResult, RunSelection } from "@/lib/durable/schema";

export const retryRuns = operation({
  name: "durable.run.retryMany",
  summary: "Have several failed runs go on",
  description: "Runs that do not allow it are counted by the code of their refusal; the others go on.",
  audience: ["staff"],
  input: RunSelection,
  output: BulkResult,
  http: { method: "POST", path: "/durable-runs/retry" },
  example: {
    input: { runIds: [exampleRun.id] },
    output: { done: 1, refused: [{ code: "durable.run_not_failed", count: 2 }] },
  },
  refusals: ["durable.runs_elsewhere"],
  run: (context, { runIds }) => toMany(context, runIds, retry),
});
