import type { Cycle } from "@/lib/core/time/anchor";

/**
 * How often a price recurs, as it is kept: `once`, or a count and a unit, `1m`, `3m`, `1y`, `10d`, `2w`. Whole years are written
 * as years, so that one cycle has one name.
 */
export type CycleCode = string;

const units = { d: "day", w: "week", m: "month", y: "year" } as const;
const pattern = /^([1-9][0-9]{0,2})([dwmy])$/;

/** The cycles that a price list offers by name. */
export const usualCycles = ["once", "1m", "3m", "6m", "1y", "2y", "3y"] as const;

/** The cycle of a code; null for `once`. Throws RangeError when it is none, or not written in its one form. */
export function cycleOf(code: CycleCode): Cycle | null {
  if (code === "once") return null;
  const [, count, unit] = pattern.exec(code) ?? [];
  if (count === undefined || unit === undefined) throw new RangeError(`"${code}" is not a billing cycle`);
  if (unit === "m" && Number(count) % 12 === 0) throw new RangeError(`"${code}" is written in years`);
  return { unit: units[unit as keyof typeof units], count: Number(count) };
}

export function isCycleCode(text: string): boolean {
  if (text === "once") return true;
  const [, count, unit] = pattern.exec(text) ?? [];
  return count !== undefined && !(unit === "m" && Number(count) % 12 === 0);
}

const days = { day: 1, week: 7, month: 30.436_875, year: 365.2425 } as const;

/** For sorting and comparing only: the mean length in days; nothing for `once`. */
export function meanDays(code: CycleCode): number {
  const cycle = cycleOf(code);
  return cycle === null ? 0 : days[cycle.unit] * cycle.count;
}

/** From once over short to long. */
export function byLength(left: CycleCode, right: CycleCode): number {
  return meanDays(left) - meanDays(right);
}
