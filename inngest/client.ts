import { Inngest, NonRetriableError } from "inngest";
import { z } from "zod";
import { eventKeyOf } from "@/inngest/idempotency";
import { sdkLogger } from "@/inngest/logger";
import { systemActor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { perform as performOperation } from "@/lib/core/operation/run";

/**
 * Panel1 as a client of durable work. Address and keys come from the environment by the SDK's own names (`INNGEST_BASE_URL`,
 * `INNGEST_EVENT_KEY`, `INNGEST_SIGNING_KEY`), so the same functions run on the local server, on one of your own and on Inngest Cloud.
 */
export const inngest = new Inngest({ id: "panel1", logger: sdkLogger });

type FunctionOptions = Parameters<typeof inngest.createFunction>[0];
type HandlerContext = Parameters<Parameters<typeof inngest.createFunction>[1]>[0];

/** An event as a domain defines it with `event(...)` of lib/core/operation/event. */
type DefinedEvent<Payload extends z.ZodObject> = { readonly eventName: string; readonly schema: Payload };

/** What the relay adds to every event. */
const originSchema = z.object({
  tenantId: z.string(),
  subject: z.string(),
  actor: z.looseObject({ kind: z.string(), name: z.string(), id: z.string().nullish() }),
});

/** Of whom an event is, who caused it, and which record it is about. */
export type Origin = z.output<typeof originSchema>;

export type TenantContext<Payload> = Origin &
  Pick<HandlerContext, "step" | "group" | "runId" | "attempt"> & {
    payload: Payload;
    /**
     * Runs an operation in a step of this name, as the company's own automation and once for the event: another attempt, and another
     * run of this function for the same event, get the first answer. Resolves to the answer as JSON.
     */
    perform<I extends z.ZodType, O extends z.ZodType>(
      stepId: string,
      operation: Operation<I, O>,
      input: z.input<I>,
    ): Promise<z.input<O>>;
  };

/**
 * Defines a function that runs for one tenant when an event comes. Tenant, actor, subject and payload are read from the event and
 * handed to the handler; an event that lacks them fails the run at once, for trying again would not cure it. One event, so no batches:
 * those may hold events of several tenants.
 *
 * `onEvent({ id: "send-welcome", event: clientCreated }, async ({ tenantId, payload, step }) => { ... })`
 */
export function onEvent<Payload extends z.ZodObject>(
  { event, ...options }: Omit<FunctionOptions, "triggers" | "batchEvents"> & { event: DefinedEvent<Payload> },
  handler: (context: TenantContext<z.output<Payload>>) => Promise<unknown>,
) {
  return inngest.createFunction(
    { ...options, triggers: { event: event.eventName } },
    async ({ event: received, step, group, runId, attempt }) => {
      const origin = read(originSchema, received.data);
      const payload = read(event.schema, received.data);
      const actor = systemActor(origin.tenantId);
      const perform: TenantContext<unknown>["perform"] = async (stepId, operation, input) => {
        const idempotencyKey = eventKeyOf(received.id, options.id, stepId);
        const answer = await step.run(stepId, async () => {
          const { wire } = await performOperation(operation, input, { actor, idempotencyKey });
          return { wire };
        });
        return (answer as { wire: z.input<typeof operation.output> }).wire;
      };
      return handler({ ...origin, payload, step, group, runId, attempt, perform });
    },
  );
}

function read<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new NonRetriableError(`The event is not what it should be: ${z.prettifyError(parsed.error)}`);
}
