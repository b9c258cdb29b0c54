import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { repeat } from "@/lib/durable/commands";
import { exampleRun } from "@/lib/durable/examples";
import { assertLocal, toRunView } from "@/lib/durable/queries";
import { RunReference, RunView } from "@/lib/durable/schema";

export const repeatRun = operation({
  name: "durable.run.repeat",
  summary: "Run again",
  description:
    "A new run of the same function for the same event, from the beginning: every step is carried out again.",
  audience: ["staff"],
  input: RunReference,
  output: RunView,
  http: { method: "POST", path: "/durable-runs/{runId}/repeat", status: 201 },
  example: {
    input: { runId: exampleRun.id },
    output: {
      ...exampleRun,
      id: "01932f3a-7c00-7000-8000-000000000403",
      state: "queued",
      repeatsId: exampleRun.id,
      error: null,
      startedAt: null,
      endedAt: null,
    },
  },
  refusals: [
    "durable.run_not_found",
    "durable.run_not_ended",
    "durable.run_repeated",
    "durable.function_gone",
    "durable.runs_elsewhere",
  ],
  async run(context, { runId }) {
    assertLocal();
    return toRunView(await repeat(context, runId));
  },
});
