import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { cancel } from "@/lib/durable/commands";
import { exampleRun } from "@/lib/durable/examples";
import { assertLocal, toRunView } from "@/lib/durable/queries";
import { RunReference, RunView } from "@/lib/durable/schema";

export const cancelRun = operation({
  name: "durable.run.cancel",
  summary: "Cancel a run",
  description:
    "The server ends it as soon as it gets to it. A step under way at that moment is not interrupted; its result is dropped.",
  audience: ["staff"],
  input: RunReference,
  output: RunView,
  http: { method: "POST", path: "/durable-runs/{runId}/cancel" },
  example: {
    input: { runId: exampleRun.id },
    output: { ...exampleRun, state: "sleeping", isCancelling: true, error: null, endedAt: null },
  },
  refusals: [
    "durable.run_not_found",
    "durable.run_ended",
    "durable.run_cancelling",
    "durable.runs_elsewhere",
  ],
  async run(context, { runId }) {
    assertLocal();
    return toRunView(await cancel(context, runId));
  },
});
