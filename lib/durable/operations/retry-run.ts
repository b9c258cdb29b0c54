import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { retry } from "@/lib/durable/commands";
import { exampleRun } from "@/lib/durable/examples";
import { assertLocal, toRunView } from "@/lib/durable/queries";
import { RunReference, RunView } from "@/lib/durable/schema";

export const retryRun = operation({
  name: "durable.run.retry",
  summary: "Have a failed run go on",
  description:
    "It goes on at the step at which it failed; steps that were done keep their results and are not carried out again.",
  audience: ["staff"],
  input: RunReference,
  output: RunView,
  http: { method: "POST", path: "/durable-runs/{runId}/retry" },
  example: {
    input: { runId: exampleRun.id },
    output: { ...exampleRun, state: "queued", retries: 1, error: null, endedAt: null },
  },
  refusals: [
    "durable.run_not_found",
    "durable.run_not_failed",
    "durable.run_busy",
    "durable.function_gone",
    "durable.runs_elsewhere",
  ],
  async run(context, { runId }) {
    assertLocal();
    return toRunView(await retry(context, runId));
  },
});
