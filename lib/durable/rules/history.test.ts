import { expect, test } from "vitest";
import { type CallRecord, historyOf } from "@/lib/durable/rules/history";

const at = (second: number) => new Date(Date.UTC(2026, 3, 1, 9, 0, second));

function call(id: number, more: Partial<CallRecord> = {}): CallRecord {
  return {
    id: BigInt(id),
    stepId: null,
    ranStepId: null,
    ranStepName: null,
    attempt: 0,
    state: "done",
    outcome: "steps",
    error: null,
    dueAt: at(id),
    startedAt: at(id),
    endedAt: at(id),
    ...more,
  };
}

const step = (id: string, second: number) => ({ id, name: id.toUpperCase(), createdAt: at(second) });
const ids = (calls: CallRecord[]) => calls.map(({ id }) => Number(id));

test("calls stand with the steps that they ran, steps in the order in which they began", () => {
  const calls = [
    call(1, { ranStepId: "a" }),
    call(2, { ranStepId: "b", outcome: "failed" }),
    call(3, { ranStepId: "b", attempt: 1 }),
    call(4),
  ];
  const { steps, others } = historyOf([step("b", 3), step("a", 1)], calls);
  expect(steps.map(({ name, calls: own }) => [name, ids(own)])).toEqual([
    ["A", [1]],
    ["B", [2, 3]],
  ]);
  expect(ids(others)).toEqual([4]);
});

test("a step that has only failed so far is there, with the attempt that is to come", () => {
  const calls = [
    call(1, { ranStepId: "a", ranStepName: "Charge", outcome: "failed" }),
    call(2, { attempt: 1, state: "queued", outcome: null, startedAt: null, endedAt: null }),
  ];
  const { steps } = historyOf([], calls);
  expect(steps).toMatchObject([{ id: "a", name: "Charge", step: undefined }]);
  expect(ids(steps[0]?.calls ?? [])).toEqual([1, 2]);
});

test("steps side by side have calls of their own", () => {
  const calls = [call(1), call(2, { stepId: "a" }), call(3, { stepId: "b" }), call(4)];
  const { steps, others } = historyOf([step("a", 1), step("b", 1)], calls);
  expect(steps.map(({ calls: own }) => ids(own))).toEqual([[2], [3]]);
  expect(ids(others)).toEqual([1, 4]);
});

test("a failure of the function itself belongs to no step", () => {
  const calls = [
    call(1, { ranStepId: "a" }),
    call(2, { outcome: "failed" }),
    call(3, { attempt: 1, outcome: "failed" }),
  ];
  expect(ids(historyOf([step("a", 1)], calls).others)).toEqual([2, 3]);
});
