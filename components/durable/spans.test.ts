import { expect, test } from "vitest";
import { attemptSpans, spansOf } from "./spans";
import type { AttemptLine, StepLine } from "./step-line";

const at = (second: number) => new Date(second * 1_000);
const frame = { from: 0, to: 100_000 };

function attempt(state: AttemptLine["state"], from: number | null, to: number | null): AttemptLine {
  return {
    number: 1,
    state,
    dueAt: at(from ?? 0),
    startedAt: from === null ? null : at(from),
    endedAt: to === null ? null : at(to),
    error: null,
  };
}

test("attempts are shown in their time, with what lay between them", () => {
  const attempts = [attempt("failed", 0, 10), attempt("failed", 40, 50), attempt("done", 90, 100)];
  expect(attemptSpans(attempts, frame)).toEqual([
    { look: "failed", start: 0, width: 10 },
    { look: "gap", start: 10, width: 30 },
    { look: "failed", start: 40, width: 10 },
    { look: "gap", start: 50, width: 40 },
    { look: "done", start: 90, width: 10 },
  ]);
});

test("what is under way or to come goes on to the end", () => {
  expect(attemptSpans([attempt("running", 60, null)], frame)).toEqual([
    { look: "running", start: 60, width: 40 },
  ]);
  expect(attemptSpans([attempt("failed", 0, 10), attempt("queued", null, null)], frame)).toEqual([
    { look: "failed", start: 0, width: 10 },
    { look: "gap", start: 10, width: 90 },
  ]);
});

test("a sleep and a wait are one piece each", () => {
  const step = { kind: "sleep", state: "done", startedAt: at(20), endedAt: at(70), attempts: [] };
  expect(spansOf(step as unknown as StepLine, frame)).toEqual([{ look: "sleep", start: 20, width: 50 }]);
  const open = { ...step, kind: "wait", state: "open", endedAt: null };
  expect(spansOf(open as unknown as StepLine, frame)).toEqual([{ look: "wait", start: 20, width: 80 }]);
});

test("nothing is shown outside the frame, nor in one without length", () => {
  const spans = attemptSpans([attempt("done", 90, 200)], frame);
  expect(spans).toEqual([{ look: "done", start: 90, width: 10 }]);
  expect(attemptSpans([attempt("done", 0, 0)], { from: 0, to: 0 })).toEqual([
    { look: "done", start: 0, width: 0 },
  ]);
});
