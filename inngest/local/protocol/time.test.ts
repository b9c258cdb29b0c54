import { expect, test } from "vitest";
import { nextCronTime, splitCron } from "./function-config";
import { backoffMs, parseDuration, parseMoment, parseRetryAfter } from "./time";

const now = new Date("2026-03-01T10:00:00Z");

test("time strings are read as the SDK writes them", () => {
  expect(parseDuration("1s")).toBe(1_000);
  expect(parseDuration("2h30m10s")).toBe(9_010_000);
  expect(parseDuration("1w1d")).toBe(691_200_000);
  expect(parseDuration("1.5s")).toBe(1_500);
  expect(parseDuration("")).toBe(0);
  for (const text of ["soon", "1", "1x", "-1s", "1s later"]) expect(parseDuration(text)).toBeUndefined();
});

test("a moment is a time from now on, or a date", () => {
  expect(parseMoment("90s", now)?.toISOString()).toBe("2026-03-01T10:01:30.000Z");
  expect(parseMoment("2027-01-01T00:00:00.000Z", now)?.getFullYear()).toBe(2027);
  for (const text of ["soon", "2027", "2027-13-45T99:00:00Z"]) expect(parseMoment(text, now)).toBeUndefined();
});

test("Retry-After holds seconds or a date", () => {
  expect(parseRetryAfter("30", now)?.toISOString()).toBe("2026-03-01T10:00:30.000Z");
  expect(parseRetryAfter("2026-03-02T00:00:00.000Z", now)?.toISOString()).toBe("2026-03-02T00:00:00.000Z");
  for (const text of [undefined, "", "soon"]) expect(parseRetryAfter(text, now)).toBeUndefined();
});

test("back-off grows with each failure up to two hours, and never bunches", () => {
  const least = (failed: number) => backoffMs(failed, 1, () => 0) / 1_000;
  expect([1, 2, 3, 4, 5, 10, 11, 50].map(least)).toEqual([15, 30, 60, 120, 300, 7_200, 7_200, 7_200]);
  expect(backoffMs(1, 1, () => 0.999)).toBeGreaterThan(44_000);
  expect(backoffMs(1, 0.001, () => 0)).toBe(15);
});

test("a cron time is of its zone, through both changes of the clock", () => {
  const berlin = "TZ=Europe/Berlin 30 2 * * *";
  const next = (from: string) => nextCronTime(berlin, new Date(from))?.toISOString();

  expect(splitCron(berlin)).toEqual({ pattern: "30 2 * * *", timezone: "Europe/Berlin" });
  expect(splitCron("0 12 * * 5")).toEqual({ pattern: "0 12 * * 5", timezone: "UTC" });
  expect(next("2026-01-15T00:00:00Z")).toBe("2026-01-15T01:30:00.000Z");
  expect(next("2026-07-15T00:00:00Z")).toBe("2026-07-15T00:30:00.000Z");
  // The night without 02:30: it comes at the jump.
  expect(next("2026-03-29T00:00:00Z")).toBe("2026-03-29T01:00:00.000Z");
});
