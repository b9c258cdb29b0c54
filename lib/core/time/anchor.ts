import { addDays, addMonths, type CalendarDate, daysBetween } from "./calendar-date";
import { type Period, period } from "./period";

/** How often something is billed: every `count` units, `count` a positive integer. */
export type Cycle = { readonly unit: "day" | "week" | "month" | "year"; readonly count: number };

/**
 * Period `n` of a subscription, counted from 0 at the anchor; negative ones lie before it. Both ends are reckoned from
 * the anchor, never from a neighbour, so a 31st or a 29 Feb comes back after every shorter month.
 * Throws RangeError when the cycle or `n` is not whole or leaves the years 0001 to 9999.
 */
export function periodAt(anchor: CalendarDate, cycle: Cycle, n: number): Period {
  return period(boundary(anchor, cycle, n), boundary(anchor, cycle, n + 1));
}

/** The period to which a day belongs. */
export function periodContaining(anchor: CalendarDate, cycle: Cycle, date: CalendarDate): Period {
  const { unit, size } = inBaseUnit(cycle);
  const elapsed = unit === "days" ? daysBetween(anchor, date) : monthNumber(date) - monthNumber(anchor);
  const n = Math.floor(elapsed / size);

  // In months, `n` may open later in the very month of `date`; then the day still belongs to the period before.
  return boundary(anchor, cycle, n) > date ? periodAt(anchor, cycle, n - 1) : periodAt(anchor, cycle, n);
}

/**
 * The period that follows without hole or overlap. Throws RangeError when `current` does not end on a boundary of the
 * cycle: then the anchor has moved, and the caller says to where.
 */
export function nextPeriod(anchor: CalendarDate, cycle: Cycle, current: Period): Period {
  const next = periodContaining(anchor, cycle, current.end);
  if (next.start !== current.end) throw new RangeError(`no period of this anchor starts on ${current.end}`);
  return next;
}

function boundary(anchor: CalendarDate, cycle: Cycle, n: number): CalendarDate {
  const { unit, size } = inBaseUnit(cycle);
  return unit === "days" ? addDays(anchor, n * size) : addMonths(anchor, n * size);
}

const baseUnits = {
  day: { unit: "days", size: 1 },
  week: { unit: "days", size: 7 },
  month: { unit: "months", size: 1 },
  year: { unit: "months", size: 12 },
} as const;

function inBaseUnit({ unit, count }: Cycle): { unit: "days" | "months"; size: number } {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`a cycle of ${count} ${unit}s is undefined`);
  return { unit: baseUnits[unit].unit, size: baseUnits[unit].size * count };
}

function monthNumber(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
