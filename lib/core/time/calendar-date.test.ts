import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  compareDates,
  dateInZone,
  daysBetween,
  earlierDate,
  laterDate,
  startOfDay,
  weekday,
} from "./calendar-date";
import { offeredTimeZones } from "./zone";

const dayMs = 86_400_000;
const anyDate = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((instant) => calendarDate(instant.toISOString().slice(0, 10)));

describe("civil days", () => {
  test.each(["2026-01-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s is a day", (text) => {
    expect(calendarDate(text)).toBe(text);
  });

  test.each([
    "2025-02-29",
    "1900-02-29",
    "2025-04-31",
    "2025-13-01",
    "2025-00-10",
    "2025-01-00",
    "0000-01-01",
    "2025-1-1",
    "20250101",
    "2025-01-01T00:00",
    "+002025-01-01",
    "2025-01-01\n",
    "",
  ])("%j is no day", (text) => {
    expect(() => calendarDate(text)).toThrow(RangeError);
  });

  test("days are counted as the proleptic calendar counts them, forth and back", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const expected = new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
        expect(addDays(date, days)).toBe(expected);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(weekday(date)).toBe(new Date(date).getUTCDay() || 7);
      }),
    );
  });

  test("months are added from the anchor: the end of January comes back in March", () => {
    const anchor = calendarDate("2025-01-31");
    expect([1, 2, 3, 13, -2].map((months) => addMonths(anchor, months))).toEqual([
      "2025-02-28",
      "2025-03-31",
      "2025-04-30",
      "2026-02-28",
      "2024-11-30",
    ]);
  });

  test("nothing leaves the years 1 to 9999", () => {
    expect(() => addDays(calendarDate("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addMonths(calendarDate("0001-01-01"), -1)).toThrow(RangeError);
    expect(() => addDays(calendarDate("2025-01-01"), 0.5)).toThrow(RangeError);
  });

  test("an earlier day is smaller", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(compareDates(a, b)).toBe(Math.sign(Date.parse(a) - Date.parse(b)));
        expect([earlierDate(a, b), laterDate(a, b)]).toEqual([a, b].sort());
      }),
    );
  });
});

/** Day and clock time by the platform's formatter, which shares no code with the calendar under test. */
function wallDate(instant: number, format: Intl.DateTimeFormat): string {
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

function wallFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
}

/** The instants, to the minute, at which a zone's offset changes in [from, to). */
function clockChanges(timeZone: string, from: number, to: number): number[] {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const offsetAt = (instant: number) =>
    format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value;

  const changes: number[] = [];
  for (let day = from; day < to; day += dayMs) {
    if (offsetAt(day) === offsetAt(day + dayMs)) continue;
    let [before, after] = [day, day + dayMs];
    while (after - before > 60_000) {
      const middle = before + Math.floor((after - before) / 120_000) * 60_000;
      if (offsetAt(middle) === offsetAt(day)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

describe("days in a zone", () => {
  test.each([
    ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z", 23],
    ["Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00.000Z", 25],
    ["Australia/Lord_Howe", "2025-04-06", "2025-04-05T13:00:00.000Z", 24.5],
    // Clocks skip midnight: the day begins at one o'clock.
    ["Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00.000Z", 23],
    ["America/Havana", "2025-03-09", "2025-03-09T05:00:00.000Z", 23],
    ["UTC", "2024-02-29", "2024-02-29T00:00:00.000Z", 24],
  ])("in %s, %s begins at %s and lasts %d hours", (zone, text, start, hours) => {
    const date = calendarDate(text);
    expect(startOfDay(date, zone).toISOString()).toBe(start);
    const length = startOfDay(addDays(date, 1), zone).getTime() - startOfDay(date, zone).getTime();
    expect(length / 3_600_000).toBe(hours);
  });

  test("R25: one second before midnight still belongs to the day", () => {
    const midnight = startOfDay(calendarDate("2026-04-06"), "America/New_York");
    expect(dateInZone(new Date(midnight.getTime() - 1000), "America/New_York")).toBe("2026-04-05");
    expect(dateInZone(midnight, "America/New_York")).toBe("2026-04-06");
  });

  test("a day that a zone skipped whole begins with the next one", () => {
    const skipped = startOfDay(calendarDate("2011-12-30"), "Pacific/Apia");
    expect(skipped).toEqual(startOfDay(calendarDate("2011-12-31"), "Pacific/Apia"));
  });

  test("an unknown zone or an invalid instant is refused", () => {
    expect(() => startOfDay(calendarDate("2025-01-01"), "Europe/Nowhere")).toThrow(RangeError);
    expect(() => dateInZone(new Date(0), "Europe/Nowhere")).toThrow(RangeError);
    expect(() => dateInZone(new Date(Number.NaN), "UTC")).toThrow(RangeError);
  });

  test("in every offered zone, a day begins on that day and the instant before is the day before", () => {
    const anyRecentDate = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => addDays(calendarDate("2012-01-01"), days));
    fc.assert(
      fc.property(anyRecentDate, fc.constantFrom(...offeredTimeZones()), (date, zone) => {
        const start = startOfDay(date, zone);
        expect(dateInZone(start, zone)).toBe(date);
        expect(dateInZone(new Date(start.getTime() - 1), zone)).toBe(addDays(date, -1));
      }),
      { numRuns: 300 },
    );
  });
});

describe("F-21: clock changes", () => {
  const zones = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Havana",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "Asia/Beirut",
    "Asia/Jerusalem",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Europe/London",
    "Pacific/Chatham",
  ];

  test.each(zones)(
    "F-21: around every change of 2024 and 2025 in %s, each instant has one day, each day one start",
    (zone) => {
      const format = wallFormat(zone);
      const changes = clockChanges(zone, Date.UTC(2024, 0), Date.UTC(2026, 0));
      expect(changes.length).toBeGreaterThanOrEqual(4);

      for (const change of changes) {
        for (let hour = -50; hour <= 50; hour += 0.25) {
          const instant = change + hour * 3_600_000;
          expect(dateInZone(new Date(instant), zone)).toBe(wallDate(instant, format));
        }
        const day = dateInZone(new Date(change), zone);
        for (const date of [-2, -1, 0, 1, 2].map((days) => addDays(day, days))) {
          expectFirstInstant(date, zone, format);
          // A day of 23 or 25 hours is one day: proration never sees the clock.
          expect(daysBetween(date, addDays(date, 1))).toBe(1);
        }
      }
    },
  );

  function expectFirstInstant(date: CalendarDate, zone: string, format: Intl.DateTimeFormat) {
    const start = startOfDay(date, zone).getTime();
    expect(wallDate(start, format)).toBe(date);
    expect(wallDate(start - 1, format)).toBe(addDays(date, -1));
  }
});
