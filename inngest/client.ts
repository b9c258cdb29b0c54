import { Inngest, NonRetriableError } from "inngest";
import { z } from "zod";
import { sdkLogger } from "@/inngest/logger";

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
  actor: z.looseObject({ kind: z.string(), name: z.string(), id: z.string().optional() }),
});

/** Of whom an event is, who caused it, and which record it is about. */
export type Origin = z.output<typeof originSchema>;

export type TenantContext<Payload> = Origin &
  Pick<HandlerContext, "step" | "group" | "runId" | "attempt"> & { payload: Payload };

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
      return handler({ ...origin, payload, step, group, runId, attempt });
    },
  );
}

function read<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new NonRetriableError(`The event is not what it should be: ${z.prettifyError(parsed.error)}`);
}
