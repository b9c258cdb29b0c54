import { Temporal } from "temporal-polyfill";

/** A civil day as `yyyy-mm-dd`, years 0001 to 9999. As text, an earlier day sorts before a later one. */
export type CalendarDate = string & { readonly __brand: "CalendarDate" };

const dateText = /^\d{4}-\d{2}-\d{2}$/;

/** Throws RangeError unless the text is a day that exists in the calendar. */
export function calendarDate(text: string): CalendarDate {
  if (!dateText.test(text)) throw new RangeError(`${text} is not a date yyyy-mm-dd`);
  return written(Temporal.PlainDate.from(text));
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return written(Temporal.PlainDate.from(date).add({ days }));
}

/**
 * The same day of the month so many months later (earlier when negative), or the month's last day where that is
 * missing. Always start from the anchor: 31 Jan + 2 months is 31 Mar, while adding one month twice gives 28 Mar.
 */
export function addMonths(anchor: CalendarDate, months: number): CalendarDate {
  return written(Temporal.PlainDate.from(anchor).add({ months }));
}

/** Days from `start` to `end`, negative when `end` is earlier. Clock changes do not count: these are civil days. */
export function daysBetween(start: CalendarDate, end: CalendarDate): number {
  return Temporal.PlainDate.from(start).until(end).days;
}

export function compareDates(left: CalendarDate, right: CalendarDate): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function earlierDate(left: CalendarDate, right: CalendarDate): CalendarDate {
  return left < right ? left : right;
}

export function laterDate(left: CalendarDate, right: CalendarDate): CalendarDate {
  return left > right ? left : right;
}

/** Day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekday(date: CalendarDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/**
 * The day that the calendar on the wall shows in a zone at an instant. A DATE column read as a Date at UTC midnight
 * is turned back by the zone "UTC". Throws RangeError on an unknown zone or an invalid Date.
 */
export function dateInZone(instant: Date, zone: string): CalendarDate {
  const moment = Temporal.Instant.fromEpochMilliseconds(instant.getTime());
  return written(moment.toZonedDateTimeISO(zone).toPlainDate());
}

/**
 * The first instant of a day in a zone: midnight, or the moment after the gap where clocks skip midnight (Beirut,
 * Havana, Cairo). A day that a zone skipped whole (Samoa, 30 Dec 2011) begins with the next one. Throws RangeError on
 * an unknown zone.
 */
export function startOfDay(date: CalendarDate, zone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
}

/** Other years are written with a sign and would break the order of the text. The year 0 is unknown to PostgreSQL. */
function written(date: Temporal.PlainDate): CalendarDate {
  if (date.year < 1 || date.year > 9999) throw new RangeError(`${date} is outside the years 0001 to 9999`);
  return date.toString() as CalendarDate;
}
