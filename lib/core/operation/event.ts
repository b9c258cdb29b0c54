import type { z } from "zod";

/** A fact to announce: written to the outbox with the change, and handed to durable work after it. */
export type DomainEvent = {
  /** Past tense, `domain/thing.happened`. */
  readonly name: string;
  /** The record that the fact is about; events of one subject arrive in order. */
  readonly subject: string;
  readonly payload: Record<string, unknown>;
};

/**
 * Defines an event and returns its maker.
 * `const clientCreated = event("clients/client.created", z.object({ clientId: idSchema }), (p) => p.clientId)`
 */
export function event<Payload extends z.ZodObject>(
  name: string,
  schema: Payload,
  subjectOf: (payload: z.input<Payload>) => string,
) {
  const make = (payload: z.input<Payload>): DomainEvent => ({
    name,
    subject: subjectOf(payload),
    payload: schema.parse(payload),
  });
  return Object.assign(make, { eventName: name, schema });
}
