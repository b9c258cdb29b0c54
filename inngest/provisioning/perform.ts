import { onEvent } from "@/inngest/client";
import { actionQueued } from "@/lib/provisioning/events";
import type { Step } from "@/lib/provisioning/rules/steps";
import { type Follow, giveUp, takeStep } from "./take-step";

/**
 * Carries a deed out, step by step: validate, reserve, create, verify, tell. A step that has to wait sleeps and comes again under a
 * name with its number. What the deed knows is in the database, so a run that is lost costs nothing but time.
 *
 * Calls to one module and server share a lane: a slow one holds its own lane up and no other.
 */
export const performAction = onEvent(
  {
    id: "provisioning-perform",
    name: "Provide a service",
    event: actionQueued,
    retries: 8,
    concurrency: [
      { key: "event.data.lane", limit: 4 },
      { key: "event.data.actionId", limit: 1 },
    ],
  },
  async ({ tenantId, payload: { actionId, round }, step }) => {
    const deed = { actionId, round };
    const turns = new Map<Step, number>();
    for (let due: Step = "validate"; ; ) {
      const turn: number = (turns.get(due) ?? 0) + 1;
      turns.set(due, turn);
      const name: string = turn === 1 ? due : `${due} ${turn}`;
      const asked = due;
      const follow: Follow = await step
        .run(name, () => takeStep(tenantId, deed, asked))
        // All attempts of the step are spent: a person has to know.
        .catch(() => step.run(`give up at ${name}`, () => giveUp(tenantId, deed, asked)));
      if (follow === null) return { endedAt: name };

      if (follow.afterMs > 0) await step.sleep(`pause after ${name}`, follow.afterMs);
      due = follow.next;
    }
  },
);
