import type { AttemptLine, StepLine } from "./step-line";

/** A piece of a step's time, in percent of the run's. */
export type Span = {
  look: "done" | "failed" | "running" | "gap" | "sleep" | "wait";
  start: number;
  width: number;
};

/** The time that a time line shows, in milliseconds since 1970. */
export type Frame = { from: number; to: number };

/** How a step spent its time: each attempt, what lay between two, a sleep, a wait. What is open goes on to the frame's end. */
export function spansOf(step: StepLine, frame: Frame): Span[] {
  if (step.kind !== "run") {
    const end = step.endedAt?.getTime() ?? frame.to;
    const look = step.state === "failed" ? "failed" : step.kind === "sleep" ? "sleep" : "wait";
    return [piece(look, step.startedAt.getTime(), end, frame)];
  }
  return attemptSpans(step.attempts, frame);
}

export function attemptSpans(attempts: readonly AttemptLine[], frame: Frame): Span[] {
  const spans: Span[] = [];
  let free: number | undefined;
  for (const { state, startedAt, endedAt } of attempts) {
    if (state === "dropped") continue;
    const start = startedAt?.getTime() ?? frame.to;
    if (free !== undefined && start > free) spans.push(piece("gap", free, start, frame));
    if (startedAt === null) continue;
    free = endedAt?.getTime() ?? frame.to;
    const look = state === "failed" || state === "done" ? state : "running";
    spans.push(piece(look, start, free, frame));
  }
  return spans;
}

function piece(look: Span["look"], start: number, end: number, { from, to }: Frame): Span {
  const whole = Math.max(1, to - from);
  const share = (moment: number) => (Math.min(Math.max(moment, from), Math.max(to, from)) - from) / whole;
  return { look, start: round(share(start)), width: round(Math.max(0, share(end) - share(start))) };
}

function round(share: number): number {
  return Math.round(share * 100_000) / 1_000;
}
