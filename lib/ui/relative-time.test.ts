import { expect, test } from "vitest";
import { relativeDay, relativeTime } from "./relative-time";

const now = new Date("2026-03-10T12:00:00Z");

test.each([
  ["2026-03-10T12:00:00Z", "now"],
  ["2026-03-10T11:59:01Z", "59 seconds ago"],
  ["2026-03-10T11:58:01Z", "1 minute ago"],
  ["2026-03-10T14:30:00Z", "in 2 hours"],
  ["2026-03-09T11:00:00Z", "yesterday"],
  ["2026-02-20T12:00:00Z", "18 days ago"],
  ["2024-03-01T12:00:00Z", "2 years ago"],
])("an instant %s is told as %s", (instant, told) => {
  expect(relativeTime(new Date(instant), now, "en")).toBe(told);
});

test.each([
  ["2026-03-10", "today"],
  ["2026-03-09", "yesterday"],
  ["2026-03-24", "in 14 days"],
  ["2026-03-30", "in 20 days"],
])("a due day %s is told in days as %s", (day, told) => {
  expect(relativeDay(day, "2026-03-10", "en")).toBe(told);
});
