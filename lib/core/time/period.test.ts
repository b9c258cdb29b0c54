import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, calendarDate } from "./calendar-date";
import { contains, intersect, lengthInDays, overlaps, type Period, period, splitAt } from "./period";

const anyDate = fc.integer({ min: 0, max: 120 }).map((days) => addDays(calendarDate("2024-01-15"), days));
const anyPeriod = fc
  .tuple(anyDate, fc.integer({ min: 1, max: 60 }))
  .map(([start, days]) => period(start, addDays(start, days)));

const daysOf = (stretch: Period) =>
  Array.from({ length: lengthInDays(stretch) }, (_, index) => addDays(stretch.start, index));

test("a period holds its start and not its end", () => {
  const february = period(calendarDate("2024-02-01"), calendarDate("2024-03-01"));
  expect(lengthInDays(february)).toBe(29);
  expect(contains(february, february.start)).toBe(true);
  expect(contains(february, calendarDate("2024-02-29"))).toBe(true);
  expect(contains(february, february.end)).toBe(false);
});

test("a period without a day is refused", () => {
  const day = calendarDate("2024-02-01");
  expect(() => period(day, day)).toThrow(RangeError);
  expect(() => period(addDays(day, 1), day)).toThrow(RangeError);
});

test("overlap and intersection are those of the days they hold", () => {
  fc.assert(
    fc.property(anyPeriod, anyPeriod, (a, b) => {
      const shared = daysOf(a).filter((day) => daysOf(b).includes(day));
      const both = intersect(a, b);

      expect(overlaps(a, b)).toBe(shared.length > 0);
      expect(both ? daysOf(both) : []).toEqual(shared);
      expect(intersect(b, a)).toEqual(both);
    }),
  );
});

test("neighbours that touch share no day", () => {
  const [before, after] = splitAt(
    period(calendarDate("2024-02-01"), calendarDate("2024-03-01")),
    calendarDate("2024-02-15"),
  );
  expect([overlaps(before, after), overlaps(after, before)]).toEqual([false, false]);
  expect(intersect(before, after)).toBeUndefined();
});

test("a cut leaves every day in exactly one of the two parts", () => {
  fc.assert(
    fc.property(anyPeriod, anyDate, (whole, date) => {
      if (date <= whole.start || date >= whole.end) {
        expect(() => splitAt(whole, date)).toThrow(RangeError);
        return;
      }
      const [before, after] = splitAt(whole, date);
      expect([...daysOf(before), ...daysOf(after)]).toEqual(daysOf(whole));
      expect(after.start).toBe(date);
    }),
  );
});
