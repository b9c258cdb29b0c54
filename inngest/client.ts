import { Inngest } from "inngest";
import type { z } from "zod";

/**
 * Panel1 as a client of durable work. Address and keys come from the environment by the SDK's own names (`INNGEST_BASE_URL`,
 * `INNGEST_EVENT_KEY`, `INNGEST_SIGNING_KEY`), so the same functions run on the local server, on one of your own and on Inngest Cloud.
 */
export const inngest = new Inngest({ id: "panel1" });

/** Who did what an event tells of, as it stands in the event. */
export type EventActor = {
  kind: "user" | "api_key" | "visitor" | "system";
  id?: string;
  name: string;
} & Record<string, unknown>;

/** An event as a domain defines it (`event(...)` in lib/core/operation/event). */
type DefinedEvent<Payload extends z.ZodObject> = { readonly eventName: string; readonly schema: Payload };

type FunctionOptions = Parameters<typeof inngest.createFunction>[0];
type Handler = Parameters<typeof inngest.createFunction>[1];
type HandlerContext = Parameters<Handler>[0];

/** What a handler gets: the event's payload, of whom it is, and the tools of durable work. */
export type TenantContext<Payload> = Pick<HandlerContext, "step" | "runId" | "attempt"> & {
  tenantId: string;
  actor: EventActor;
  /** The record that the event is about. */
  subject: string;
  payload: Payload;
};

/**
 * Defines a function that runs for one tenant when an event comes. Tenant, actor and payload are taken from the event and handed to
 * the handler; an event without them is a defect, and retrying would not cure it.
 *
 * `onEvent({ id: "send-welcome", event: clientCreated }, async ({ tenantId, payload, step }) => { ... })`
 */
export function onEvent<Payload extends z.ZodObject>(
  { event, ...options }: Omit<FunctionOptions, "triggers"> & { event: DefinedEvent<Payload> },
  handler: (context: TenantContext<z.output<Payload>>) => Promise<unknown>,
) {
  return inngest.createFunction({ ...options, triggers: { event: event.eventName } }, ({ event: received, ...context }) => {
    const { tenantId, actor, subject, ...data } = received.data;
    return handler({ ...context, ...readOrigin({ tenantId, actor, subject }), payload: event.schema.parse(data) });
  });
}
