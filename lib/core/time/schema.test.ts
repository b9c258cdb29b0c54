import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { calendarDate } from "./calendar-date";
import { calendarDateSchema, instantSchema, periodSchema, timeZoneSchema } from "./schema";

function accepts(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

describe("civil days on the wire", () => {
  test("the schema takes exactly the days that the calendar has", () => {
    const number = (max: number, width: number) =>
      fc.integer({ min: 0, max }).map((value) => `${value}`.padStart(width, "0"));
    const anyText = fc
      .tuple(number(9999, 4), number(14, 2), number(33, 2))
      .map(([year, month, day]) => `${year}-${month}-${day}`);
    fc.assert(
      fc.property(anyText, (text) => {
        expect(calendarDateSchema.safeParse(text).success).toBe(accepts(() => calendarDate(text)));
      }),
      { numRuns: 2000, examples: [["2100-02-29"], ["2000-02-29"], ["0000-01-01"], ["0004-02-29"]] },
    );
  });

  test.each(["2025-1-1", "2025-01-01T00:00:00Z", "", 20250101, null])("%j is refused", (wire) => {
    expect(calendarDateSchema.safeParse(wire).success).toBe(false);
  });
});

describe("periods on the wire", () => {
  test("a period goes in and comes out as it is", () => {
    const wire = { start: "2024-01-31", end: "2024-02-29" };
    expect(periodSchema.encode(periodSchema.parse(wire))).toEqual(wire);
  });

  test("a period without a day is refused at its end", () => {
    const { error } = periodSchema.safeParse({ start: "2024-01-31", end: "2024-01-31" });
    expect(error?.issues).toMatchObject([{ path: ["end"], message: "must be later than the start" }]);
  });
});

describe("instants on the wire", () => {
  test("every instant of four-digit years survives JSON", () => {
    const anyInstant = fc.date({
      min: new Date("0000-01-01T00:00:00.000Z"),
      max: new Date("9999-12-31T23:59:59.999Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const wire = JSON.parse(JSON.stringify(instantSchema.encode(instant)));
        expect(instantSchema.parse(wire)).toEqual(instant);
      }),
    );
  });

  test("any offset is understood, UTC is answered", () => {
    const instant = instantSchema.parse("2026-03-29T03:30:00+02:00");
    expect(instantSchema.encode(instant)).toBe("2026-03-29T01:30:00.000Z");
  });

  test.each(["2026-03-29T03:30:00", "2026-02-30T00:00:00Z", "2026-03-29", "2026-03-29T24:00:00Z", "now", 0])(
    "%j is refused",
    (wire) => {
      expect(instantSchema.safeParse(wire).success).toBe(false);
    },
  );

  test("an instant that four-digit years cannot write is refused when it leaves", () => {
    for (const instant of [new Date(Number.NaN), new Date(8.64e15)]) {
      expect(z.safeEncode(instantSchema, instant).success).toBe(false);
    }
  });
});

test("a time zone is named, never an offset", () => {
  expect(timeZoneSchema.parse("Europe/Kyiv")).toBe("Europe/Kyiv");
  expect(timeZoneSchema.safeParse("+02:00").error?.issues[0]?.message).toContain("IANA");
});

test("published schemas are shared by reference and carry an example", () => {
  const Example = z.object({
    day: calendarDateSchema,
    at: instantSchema,
    zone: timeZoneSchema,
    period: periodSchema,
  });
  const published = z.toJSONSchema(Example, { io: "input" });

  expect(published.properties).toEqual({
    day: { $ref: "#/$defs/CalendarDate" },
    at: { $ref: "#/$defs/Instant" },
    zone: { $ref: "#/$defs/TimeZone" },
    period: { $ref: "#/$defs/Period" },
  });
  expect(published.$defs).toMatchObject({
    CalendarDate: {
      type: "string",
      format: "date",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      examples: ["2026-01-31"],
    },
    Instant: { type: "string", format: "date-time", examples: ["2026-01-31T09:30:00.000Z"] },
    TimeZone: { type: "string", examples: ["Europe/Berlin"] },
    Period: {
      type: "object",
      required: ["start", "end"],
      properties: { start: { $ref: "#/$defs/CalendarDate" }, end: { $ref: "#/$defs/CalendarDate" } },
      examples: [{ start: "2026-01-31", end: "2026-02-28" }],
    },
  });
});
