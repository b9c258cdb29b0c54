import { expect, test } from "vitest";
import { calendarDate, startOfDay } from "./calendar-date";
import { isTimeZone, offeredTimeZones } from "./zone";

test.each([
  "UTC",
  "Europe/Berlin",
  "Europe/Kyiv",
  "Europe/Kiev",
  "Asia/Kolkata",
  "Asia/Calcutta",
  "America/Argentina/Buenos_Aires",
  "America/Port-au-Prince",
  "America/North_Dakota/New_Salem",
  "Etc/GMT+5",
])("%s is a time zone, and the calendar knows it", (zone) => {
  expect(isTimeZone(zone)).toBe(true);
  expect(startOfDay(calendarDate("2025-06-01"), zone)).toBeInstanceOf(Date);
});

test.each([
  "",
  "Europe/Nowhere",
  "europe/berlin",
  "+02:00",
  "Europe/Berlin ",
  "../Europe/Berlin",
  "Local",
  `Europe/${"a".repeat(100_000)}`,
])("%.40j is no time zone", (text) => {
  expect(isTimeZone(text)).toBe(false);
});

test("zones to choose from bear today's names, each once, UTC first", () => {
  const zones = offeredTimeZones();
  expect(zones.length).toBeGreaterThan(300);
  expect(zones[0]).toBe("UTC");
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  expect(zones).toEqual(expect.arrayContaining(["Europe/Kyiv", "Asia/Kolkata", "Asia/Ho_Chi_Minh"]));
  expect(zones).not.toEqual(expect.arrayContaining(["Asia/Calcutta"]));
});
