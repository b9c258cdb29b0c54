import { addDays, type CalendarDate } from "@/lib/core/time/calendar-date";

/** How long an open invoice is past its day, as receivables are usually told apart. */
export const receivableAges = ["current", "1-30", "31-60", "61-90", "over-90"] as const;
export type ReceivableAge = (typeof receivableAges)[number];

/** Days past due, both ends included; null is open-ended. */
const spans: Readonly<Record<ReceivableAge, readonly [from: number | null, to: number | null]>> = {
  current: [null, 0],
  "1-30": [1, 30],
  "31-60": [31, 60],
  "61-90": [61, 90],
  "over-90": [91, null],
};

/** The due days that make an invoice of this age today, both included; undefined where the range is open. */
export function dueDaysOf(
  age: ReceivableAge,
  today: CalendarDate,
): { first: CalendarDate | undefined; last: CalendarDate | undefined } {
  const [from, to] = spans[age];
  return {
    first: to === null ? undefined : addDays(today, -to),
    last: from === null ? undefined : addDays(today, -from),
  };
}
