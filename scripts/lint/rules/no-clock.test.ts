import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noClock } from "./no-clock";

test.each(["new Date()", "Date.now()", "Date()", "const read = Date.now", "Temporal.Now.instant()"])(
  "the clock read by %s is refused below the doors",
  (text) => {
    expect(findingsIn(noClock, "lib/billing/operations/issue.ts", text)).toEqual(["1 no-clock"]);
  },
);

test.each([
  ["lib/billing/operations/issue.ts", "new Date(now.getTime() + 1000)"],
  ["lib/billing/operations/issue.ts", "performance.now()"],
  ["lib/core/time/clock.ts", "new Date()"],
  ["lib/doors/rest/handler.ts", "new Date()"],
  ["lib/core/operation/run.ts", "new Date()"],
  ["lib/billing/operations/issue.test.ts", "Date.now()"],
  ["scripts/bench.ts", "Date.now()"],
])("in %s, %s passes", (path, text) => {
  expect(findingsIn(noClock, path, text)).toEqual([]);
});
