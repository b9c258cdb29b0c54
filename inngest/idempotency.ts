import { createHash } from "node:crypto";

/**
 * Key for a call to the outside that sits in a step: the same on every attempt of the step, another for every other step and run.
 * `stepId` is the step's name in the function; one that is used twice in a run needs its index too. 43 letters, digits, `-`, `_`.
 */
export function idempotencyKeyOf(runId: string, stepId: string): string {
  return keyOf("run", runId, stepId);
}

/**
 * Key for an operation that an event asks for: the same in every run that this function makes for the event. An event may start a
 * second run once durable work has forgotten it (after 24 hours): after a restore, by a repeat by hand.
 */
export function eventKeyOf(eventId: string, functionId: string, stepId: string): string {
  return keyOf("event", eventId, functionId, stepId);
}

/** Lengths are part of what is hashed, so that no two lists give the same key. */
function keyOf(...parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
