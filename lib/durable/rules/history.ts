/** A call as the server keeps it: one attempt at a step, or at the function between its steps. */
export type CallRecord = {
  id: bigint;
  stepId: string | null;
  ranStepId: string | null;
  ranStepName: string | null;
  attempt: number;
  state: "queued" | "waiting" | "running" | "done";
  outcome: string | null;
  error: unknown;
  dueAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};

export type StepRecord = { id: string; name: string; createdAt: Date };

export type Attempts<Step> = {
  id: string;
  name: string;
  /** Undefined while no answer has reported the step: its attempts have failed so far, or it runs for the first time. */
  step: Step | undefined;
  calls: CallRecord[];
};

export type History<Step> = {
  steps: Attempts<Step>[];
  /** Attempts that concern no step: those that failed are failures of the function itself. */
  others: CallRecord[];
};

/**
 * Puts the calls of a run to the steps that they ran. `calls` in the order of their ids. The server asks a function what comes next
 * and has it run that step at once, so a call may learn its step only when it is answered; until then a further attempt belongs
 * where the one before it did.
 */
export function historyOf<Step extends StepRecord>(
  steps: readonly Step[],
  calls: readonly CallRecord[],
): History<Step> {
  const found = new Map<string, Attempts<Step>>(
    steps.map((step) => [step.id, { id: step.id, name: step.name, step, calls: [] }]),
  );
  const others: CallRecord[] = [];
  let before: CallRecord | undefined;
  let stepBefore: string | undefined;

  for (const call of calls) {
    const isNext = call.stepId === null && call.attempt > 0 && call.attempt === (before?.attempt ?? 0) + 1;
    const stepId = call.stepId ?? call.ranStepId ?? (isNext ? stepBefore : undefined);
    if (call.stepId === null) [before, stepBefore] = [call, stepId];
    if (stepId === undefined) {
      others.push(call);
      continue;
    }
    const name = call.ranStepName ?? stepId;
    const attempts = found.get(stepId) ?? { id: stepId, name, step: undefined, calls: [] };
    found.set(stepId, attempts);
    attempts.calls.push(call);
  }
  const inOrder = [...found.values()].sort((a, b) => beginning(a) - beginning(b));
  return { steps: inOrder, others };
}

function beginning({ step, calls: [first] }: Attempts<StepRecord>): number {
  const moments = [step?.createdAt, first?.startedAt ?? first?.dueAt].filter((at) => at instanceof Date);
  return Math.min(...moments.map((at) => at.getTime()));
}
