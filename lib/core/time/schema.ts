import { z } from "zod";
import type { CalendarDate } from "./calendar-date";
import type { Period } from "./period";
import { isTimeZone } from "./zone";

// No Temporal in here: a form in the browser that checks a date need not load it. Zod's own patterns know the calendar,
// leap years too; the published pattern only shows the shape, `format` says the rest.

export const calendarDateSchema = z.iso
  .date()
  .refine((text) => text >= "0001", { error: "must be a year from 0001 to 9999" })
  .meta({
    id: "CalendarDate",
    description: "A civil day, without time or zone.",
    pattern: "^\\d{4}-\\d{2}-\\d{2}$",
    examples: ["2026-01-31"],
  }) as unknown as z.ZodType<CalendarDate, string>;

/** Half-open: `end` is the first day after the period. */
export const periodSchema: z.ZodType<Period, { start: string; end: string }> = z
  .strictObject({ start: calendarDateSchema, end: calendarDateSchema })
  .refine(({ start, end }) => start < end, { path: ["end"], error: "must be later than the start" })
  .meta({
    id: "Period",
    description: "Civil days from `start` on; `end` is the first day after the period.",
    examples: [{ start: "2026-01-31", end: "2026-02-28" }],
  });

export const timeZoneSchema = z
  .string()
  .refine(isTimeZone, { error: "must be the name of an IANA time zone, such as Europe/Berlin" })
  .meta({ id: "TimeZone", description: "Name of an IANA time zone.", examples: ["Europe/Berlin"] });

const instantOnTheWire = z.iso.datetime({ offset: true }).meta({
  pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$",
  examples: ["2026-01-31T09:30:00.000Z"],
});

/** ISO 8601 with seconds and an offset outside, a Date inside, written back in UTC with milliseconds. */
export const instantSchema = z
  .codec(instantOnTheWire, z.date(), {
    decode: (text) => new Date(text),
    encode: (instant) => instant.toISOString(),
  })
  .meta({
    id: "Instant",
    description: "An instant, ISO 8601 with an offset; finer than milliseconds is cut off.",
  });
