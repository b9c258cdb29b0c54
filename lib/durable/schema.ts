import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { countSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";
import { runStates } from "@/lib/durable/rules/state";

const masked = z
  .json()
  .nullable()
  .meta({ description: "JSON with secrets masked; the beginning of its text where it is very long." });

const run = {
  id: idSchema,
  functionId: z.string(),
  functionName: z.string(),
  eventName: z.string().meta({ description: "Name of the event that started it." }),
  state: z.enum(runStates),
  isCancelling: z
    .boolean()
    .meta({ description: "Somebody asked for its end, which the server is about to bring." }),
  isOfInstallation: z.boolean().meta({ description: "It belongs to no company, but to the installation." }),
  subject: z.string().nullable().meta({ description: "The record that the event is about." }),
  retries: z.number().int().meta({ description: "Times that somebody had it go on after it had failed." }),
  repeatsId: idSchema.nullable().meta({ description: "The run that this one repeats." }),
  error: z.string().nullable().meta({ description: "Why it failed or was cancelled." }),
  createdAt: instantSchema,
  startedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
};

export const RunView = z.object(run).meta({ id: "DurableRun" });

export const attemptStates = ["queued", "waiting", "running", "done", "failed", "dropped"] as const;

export const AttemptView = z
  .object({
    number: z.number().int().meta({ description: "From 1." }),
    state: z
      .enum(attemptStates)
      .meta({ description: "`waiting` is for capacity; `dropped` was not needed any more." }),
    dueAt: instantSchema,
    startedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    error: masked,
  })
  .meta({ id: "DurableAttempt" });

export const stepKinds = ["run", "sleep", "wait", "invoke"] as const;
export const stepStates = ["open", "done", "failed"] as const;

export const StepView = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(stepKinds),
    state: z.enum(stepStates),
    startedAt: instantSchema,
    endedAt: instantSchema.nullable(),
    dueAt: instantSchema
      .nullable()
      .meta({ description: "When its sleep or its wait is over at the latest." }),
    awaitedEvent: z.string().nullable(),
    invokedRunId: idSchema.nullable(),
    input: masked,
    output: masked,
    error: masked,
    attempts: z.array(AttemptView),
  })
  .meta({ id: "DurableStep" });

export const RunDetails = z
  .object({
    ...run,
    event: z.object({ id: z.string(), receivedAt: instantSchema, payload: masked }),
    parentRunId: idSchema.nullable().meta({ description: "The run that invoked it." }),
    repeatedById: idSchema.nullable().meta({ description: "The latest run that repeats it." }),
    mostAttempts: z.number().int(),
    isFunctionGone: z.boolean().meta({ description: "The product no longer has this function." }),
    output: masked,
    errorDetails: masked,
    steps: z.array(StepView),
    attempts: z.array(AttemptView).meta({ description: "Attempts at the function itself that failed." }),
    asOf: instantSchema,
  })
  .meta({ id: "DurableRunDetails" });

export const FunctionView = z
  .object({
    id: z.string(),
    name: z.string(),
    isGone: z.boolean(),
    events: z.array(z.string()),
    schedules: z.array(
      z.object({ cron: z.string(), timeZone: z.string().nullable(), nextAt: instantSchema }),
    ),
    open: countSchema.meta({ description: "Runs that have not ended." }),
    failed: countSchema.meta({ description: "Failed runs that are kept." }),
    recent: countSchema.meta({ description: "Runs that began within the last 24 hours." }),
    lastAt: instantSchema.nullable(),
  })
  .meta({ id: "DurableFunction" });

export const QueueView = z
  .object({
    place: z.enum(["local", "elsewhere"]),
    dashboardUrl: z.string().nullable().meta({ description: "Where runs are shown, if not here." }),
    queued: countSchema,
    running: countSchema,
    waiting: countSchema,
    sleeping: countSchema,
    failed: countSchema,
    oldestDueAt: instantSchema
      .nullable()
      .meta({ description: "Since when the oldest work that is due has waited." }),
    asOf: instantSchema,
  })
  .meta({ id: "DurableQueue" });

export const RunReference = z.strictObject({ runId: idSchema });

/** Each run at most once, in one order, so that two who choose the same runs do not wait for each other in a circle. */
export const RunSelection = z.strictObject({
  runIds: z
    .array(idSchema)
    .min(1)
    .max(100)
    .transform((ids) => [...new Set(ids)].sort()),
});

export const BulkResult = z
  .object({
    done: countSchema,
    refused: z.array(z.object({ code: z.string(), count: countSchema })),
  })
  .meta({ id: "DurableBulkResult" });
