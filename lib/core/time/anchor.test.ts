import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cycle, nextPeriod, periodAt, periodContaining } from "./anchor";
import { addDays, type CalendarDate, calendarDate, dateInZone, startOfDay } from "./calendar-date";
import { contains, period } from "./period";

const monthly: Cycle = { unit: "month", count: 1 };
const cycles: Cycle[] = [
  { unit: "day", count: 1 },
  { unit: "day", count: 30 },
  { unit: "week", count: 1 },
  { unit: "week", count: 2 },
  monthly,
  { unit: "month", count: 2 },
  { unit: "month", count: 3 },
  { unit: "month", count: 6 },
  { unit: "year", count: 1 },
  { unit: "year", count: 2 },
  { unit: "year", count: 3 },
];
const named = cycles.map((cycle) => [`${cycle.count} ${cycle.unit}`, cycle] as const);

/**
 * Start of period `n`, written apart from the code under test: plain arithmetic on the Gregorian leap rule, no
 * library and no date object.
 */
function oracle(anchor: string, { unit, count }: Cycle, n: number): string {
  const [year = 0, month = 0, day = 0] = anchor.split("-").map(Number);
  if (unit === "day" || unit === "week") return walk(year, month, day, n * count * (unit === "week" ? 7 : 1));

  const months = year * 12 + (month - 1) + n * count * (unit === "year" ? 12 : 1);
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1];
  return written(y, m, Math.min(day, daysInMonth(y, m)));
}

function walk(year: number, month: number, day: number, days: number): string {
  let [y, m, d] = [year, month, day];
  for (let left = days; left > 0; left -= 1) {
    d += 1;
    if (d > daysInMonth(y, m)) [m, d] = [m + 1, 1];
    if (m > 12) [y, m] = [y + 1, 1];
  }
  return written(y, m, d);
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function written(year: number, month: number, day: number): string {
  return [`${year}`.padStart(4, "0"), `${month}`.padStart(2, "0"), `${day}`.padStart(2, "0")].join("-");
}

function starts(anchor: string, cycle: Cycle, count: number): string[] {
  return Array.from({ length: count }, (_, n) => periodAt(calendarDate(anchor), cycle, n).start);
}

describe("R1: periods are reckoned from the anchor", () => {
  test.each([
    [
      "the 31st monthly",
      "2025-01-31",
      monthly,
      "2025-01-31 2025-02-28 2025-03-31 2025-04-30 2025-05-31 2025-06-30",
    ],
    ["the 30th monthly", "2025-01-30", monthly, "2025-01-30 2025-02-28 2025-03-30 2025-04-30"],
    [
      "the 31st quarterly",
      "2025-08-31",
      { unit: "month", count: 3 },
      "2025-08-31 2025-11-30 2026-02-28 2026-05-31 2026-08-31",
    ],
    [
      "29 Feb yearly",
      "2024-02-29",
      { unit: "year", count: 1 },
      "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
    ],
    ["31 Aug, six months", "2025-08-31", { unit: "month", count: 6 }, "2025-08-31 2026-02-28 2026-08-31"],
  ] as const)("%s", (_, anchor, cycle, expected) => {
    const dates = expected.split(" ");
    expect(starts(anchor, cycle, dates.length)).toEqual(dates);
  });

  test("periods before the anchor keep its day too", () => {
    const anchor = calendarDate("2025-03-31");
    expect(periodAt(anchor, monthly, -1)).toEqual(period(calendarDate("2025-02-28"), anchor));
  });
});

describe("R2: every day of the month", () => {
  test.each(Array.from({ length: 31 }, (_, index) => index + 1))("from day %d over 24 months", (day) => {
    for (const month of ["2024-01", "2025-01", "2024-08"]) {
      const anchor = `${month}-${`${day}`.padStart(2, "0")}`;
      const expected = Array.from({ length: 24 }, (_, n) => oracle(anchor, monthly, n));
      expect(starts(anchor, monthly, 24)).toEqual(expected);
    }
  });

  test("days and weeks are never clamped", () => {
    expect(starts("2025-01-31", { unit: "week", count: 1 }, 6)).toEqual(
      "2025-01-31 2025-02-07 2025-02-14 2025-02-21 2025-02-28 2025-03-07".split(" "),
    );
    expect(starts("2024-02-28", { unit: "day", count: 1 }, 3)).toEqual([
      "2024-02-28",
      "2024-02-29",
      "2024-03-01",
    ]);
  });
});

describe("F-22: month ends and leap days", () => {
  const anchors = "2023-01-28 2023-01-29 2023-01-30 2023-01-31 2024-02-28 2024-02-29 2024-08-31".split(" ");

  test.each(named)("F-22: 48 months of %s agree with the oracle, day by day", (_, cycle) => {
    for (const anchor of anchors) {
      const last = oracle(anchor, monthly, 48);
      for (let n = 0; oracle(anchor, cycle, n) < last; n += 1) {
        const expected = { start: oracle(anchor, cycle, n), end: oracle(anchor, cycle, n + 1) };
        const current = periodAt(calendarDate(anchor), cycle, n);
        expect(current).toEqual(expected);
        expect(nextPeriod(calendarDate(anchor), cycle, current).start).toBe(expected.end);
      }
    }
  });

  test("F-22: a yearly 29 Feb is billed on 28 Feb and comes back in the leap year", () => {
    const anchor = calendarDate("2024-02-29");
    expect(starts(anchor, { unit: "year", count: 1 }, 9).filter((date) => date.endsWith("02-29"))).toEqual([
      "2024-02-29",
      "2028-02-29",
      "2032-02-29",
    ]);
  });
});

describe("periods tile the calendar", () => {
  const anyCycle = fc.record({
    unit: fc.constantFrom("day", "week", "month", "year"),
    count: fc.integer({ min: 1, max: 40 }),
  });
  const anyAnchor = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => addDays(calendarDate("2000-01-01"), days));

  test("R3: no hole and no overlap between neighbours", () => {
    fc.assert(
      fc.property(anyAnchor, anyCycle, fc.integer({ min: -40, max: 40 }), (anchor, cycle, n) => {
        const current = periodAt(anchor, cycle, n);
        expect(periodAt(anchor, cycle, n + 1).start).toBe(current.end);
        expect(nextPeriod(anchor, cycle, current)).toEqual(periodAt(anchor, cycle, n + 1));
      }),
    );
  });

  test("every day belongs to exactly the period that is found for it", () => {
    fc.assert(
      fc.property(anyAnchor, anyCycle, fc.integer({ min: -4000, max: 4000 }), (anchor, cycle, days) => {
        const date = addDays(anchor, days);
        const found = periodContaining(anchor, cycle, date);

        expect(contains(found, date)).toBe(true);
        for (const edge of [found.start, addDays(found.end, -1)]) {
          expect(periodContaining(anchor, cycle, edge)).toEqual(found);
        }
      }),
    );
  });

  test.each(named)(
    "each day of six years lies in the %s period that a walk from the anchor reaches",
    (_, cycle) => {
      for (const anchor of [calendarDate("2024-01-31"), calendarDate("2024-02-29")]) {
        let current = periodAt(anchor, cycle, 0);
        for (let date: CalendarDate = anchor; date < "2030-01-01"; date = addDays(date, 1)) {
          if (date === current.end) current = nextPeriod(anchor, cycle, current);
          expect(periodContaining(anchor, cycle, date)).toEqual(current);
        }
      }
    },
  );
});

test.each(["America/Havana", "Asia/Beirut", "Europe/Berlin", "Australia/Lord_Howe"])(
  "F-21: through two years of clock changes in %s, a monthly service enters each period once",
  (zone) => {
    const anchor = calendarDate("2024-01-31");
    const entered: string[] = [];
    const end = startOfDay(calendarDate("2026-01-31"), zone).getTime();
    for (let instant = startOfDay(anchor, zone).getTime(); instant < end; instant += 1_800_000) {
      const { start } = periodContaining(anchor, monthly, dateInZone(new Date(instant), zone));
      if (start !== entered.at(-1)) entered.push(start);
    }
    expect(entered).toEqual(Array.from({ length: 24 }, (_, n) => oracle(anchor, monthly, n)));
  },
);

test("a period that ends between two boundaries has no next one: its anchor has moved", () => {
  const moved = period(calendarDate("2025-01-31"), calendarDate("2025-03-10"));
  expect(() => nextPeriod(calendarDate("2025-01-31"), monthly, moved)).toThrow(RangeError);
});

test.each([0, -1, 1.5, Number.NaN])("a cycle of %d months is refused", (count) => {
  expect(() => periodAt(calendarDate("2025-01-31"), { unit: "month", count }, 0)).toThrow(
    new RangeError(`a cycle of ${count} months is undefined`),
  );
});

test("half a period is refused", () => {
  expect(() => periodAt(calendarDate("2025-01-31"), monthly, 0.5)).toThrow(RangeError);
});
