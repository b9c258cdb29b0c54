import { Cron } from "croner";
import { z } from "zod";
import { duration, expression, moment } from "./fields";
import { combinationProblems, flowSettings } from "./flow-config";

/** A registration that asks for what this server does not do. Its message names each function and feature. */
export class RegistrationRefused extends Error {
  override name = "RegistrationRefused";

  constructor(readonly problems: readonly string[]) {
    super(`Not registered: ${problems.join("; ")}`);
  }
}

const cron = z.string().superRefine((text, context) => {
  const problem = cronProblem(text);
  if (problem) context.addIssue({ code: "custom", message: `cron "${text}" ${problem}` });
});

const slot = z.strictObject({
  limit: z.number().int().min(0),
  key: expression.optional(),
  scope: z.enum(["fn", "env", "account"]).optional(),
});

const trigger = z
  .strictObject({
    event: z.string().min(1).refine(isServed, "deferred functions are not supported").optional(),
    expression: expression.optional(),
    cron: cron.optional(),
    jitter: duration.optional(),
  })
  .refine(
    ({ event, cron: time }) => (event === undefined) !== (time === undefined),
    "must be an event or a cron",
  )
  .refine(({ jitter, cron: time }) => jitter === undefined || time !== undefined, "only a cron has jitter");

/** A function as the SDK registers it, narrowed to what this server does. Unknown settings are refused too. */
const functionSchema = z.strictObject({
  id: z.string().min(1).max(255),
  name: z.string().optional(),
  triggers: z.array(trigger).max(10),
  steps: z.strictObject({
    step: z.strictObject({
      id: z.string(),
      name: z.string(),
      runtime: z.strictObject({
        type: z.literal("http", { error: "connect (runtime ws) is not supported" }),
        url: z.url(),
      }),
      retries: z.strictObject({ attempts: z.number().int().min(0).max(99).optional() }).optional(),
    }),
  }),
  idempotency: expression.optional(),
  concurrency: z.preprocess(asList, z.array(slot).min(1).max(2).optional()),
  cancel: z
    .array(
      z.strictObject({
        event: z.string().min(1),
        if: expression.optional(),
        timeout: moment.optional(),
      }),
    )
    .max(5)
    .optional(),
  timeouts: z.strictObject({ start: duration.optional(), finish: duration.optional() }).optional(),
  ...flowSettings,
});

export type FunctionConfig = z.output<typeof functionSchema>;

const registration = z.object({
  url: z.url(),
  appName: z.string().min(1),
  sdk: z.string(),
  framework: z.string().optional(),
  functions: z.array(z.unknown()),
});
export type Registration = Omit<z.output<typeof registration>, "functions"> & { functions: FunctionConfig[] };

/**
 * Checks a registration. Throws RegistrationRefused that lists every function and setting this server does not support:
 * nothing that a function asks for is ever ignored.
 */
export function parseRegistration(body: unknown): Registration {
  const outer = registration.safeParse(body);
  if (!outer.success) throw new RegistrationRefused(outer.error.issues.map(describe("registration")));

  const problems: string[] = [];
  const functions: FunctionConfig[] = [];
  for (const given of outer.data.functions) {
    const parsed = functionSchema.safeParse(given);
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map(describe(nameOf(given))));
      continue;
    }
    functions.push(parsed.data);
    problems.push(...combinationProblems(parsed.data).map((problem) => `${parsed.data.id}: ${problem}`));
  }
  const doubled = functions.filter((one, index) => functions.findIndex(({ id }) => id === one.id) !== index);
  problems.push(...doubled.map(({ id }) => `${id}: registered twice`));

  if (problems.length > 0) throw new RegistrationRefused(problems);
  return { ...outer.data, functions };
}

function describe(name: string) {
  return ({ path, message }: z.core.$ZodIssue): string =>
    `${name}: ${[path.join("."), message].filter(Boolean).join(": ")}`;
}

function nameOf(given: unknown): string {
  const { id } = (given ?? {}) as { id?: unknown };
  return typeof id === "string" ? id : "a function without id";
}

/** One limit may be written without brackets, and a plain limit as a number. */
function asList(value: unknown): unknown {
  if (value === undefined || Array.isArray(value)) return value;
  return [typeof value === "number" ? { limit: value } : value];
}

function isServed(event: string): boolean {
  return event !== "inngest/deferred.schedule";
}

/** A cron text, with its zone: `TZ=Europe/Paris 0 12 * * 5`. Without one it means UTC. */
export function splitCron(text: string): { pattern: string; timezone: string } {
  const match = /^\s*(?:CRON_)?TZ=(\S+)\s+(.*)$/.exec(text);
  return { pattern: (match?.[2] ?? text).trim(), timezone: match?.[1] ?? "UTC" };
}

function cronProblem(text: string): string | undefined {
  const { pattern, timezone } = splitCron(text);
  if (!pattern.startsWith("@") && pattern.split(/\s+/).length !== 5) return "must have five fields";
  try {
    return new Cron(pattern, { timezone, paused: true }).nextRun() ? undefined : "never comes";
  } catch (error) {
    return `is not understood: ${error instanceof Error ? error.message : ""}`;
  }
}

/** The first time after `from` that a cron text names. */
export function nextCronTime(text: string, from: Date): Date | null {
  const { pattern, timezone } = splitCron(text);
  return new Cron(pattern, { timezone, paused: true }).nextRun(from);
}
