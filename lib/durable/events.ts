import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const subject = { runId: idSchema };

export const runRetried = event("durable/run.retried", z.object(subject), (p) => p.runId);
export const runCancelAsked = event("durable/run.cancel_asked", z.object(subject), (p) => p.runId);
/** `runId` is the new run, `repeatsId` the one that it repeats. */
export const runRepeated = event(
  "durable/run.repeated",
  z.object({ ...subject, repeatsId: idSchema }),
  (p) => p.runId,
);
