import { type CalendarDate, daysBetween, earlierDate, laterDate } from "./calendar-date";

/** A half-open stretch of civil days: `start` belongs to it, `end` is the first day after it. Never empty. */
export type Period = { readonly start: CalendarDate; readonly end: CalendarDate };

/** Throws RangeError unless `start` is before `end`. */
export function period(start: CalendarDate, end: CalendarDate): Period {
  if (start >= end) throw new RangeError(`a period cannot run from ${start} to ${end}`);
  return { start, end };
}

export function contains({ start, end }: Period, date: CalendarDate): boolean {
  return start <= date && date < end;
}

export function lengthInDays({ start, end }: Period): number {
  return daysBetween(start, end);
}

/** Whether the two share a day; neighbours that only touch do not. */
export function overlaps(left: Period, right: Period): boolean {
  return left.start < right.end && right.start < left.end;
}

/** The days that both contain, or undefined when there are none. */
export function intersect(left: Period, right: Period): Period | undefined {
  if (!overlaps(left, right)) return undefined;
  return period(laterDate(left.start, right.start), earlierDate(left.end, right.end));
}

/** Cuts before `date`, which opens the second part. Throws RangeError unless both parts have a day. */
export function splitAt({ start, end }: Period, date: CalendarDate): [before: Period, after: Period] {
  return [period(start, date), period(date, end)];
}
