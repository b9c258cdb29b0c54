import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Operation } from "@/lib/core/operation/operation";
import { encodeWire } from "@/lib/core/operation/wire";
import { registry } from "@/lib/registry";

const operations: Operation[] = Object.values(registry).flatMap(
  (members) => Object.values(members) as Operation[],
);

describe("the wire form is byte for byte what zod makes of the value", () => {
  test.each(operations)("$name", ({ output, example }) => {
    const value = z.decode(output, example.output);
    expect(JSON.stringify(encodeWire(output, value))).toBe(JSON.stringify(z.encode(output, value)));
  });
});

const count = z.codec(z.number().int(), z.bigint(), { decode: BigInt, encode: Number });
const view = z.object({
  id: z.string().min(2),
  total: count,
  parts: z.array(z.object({ total: count, note: z.string().optional() })),
  closed: z.date().nullable(),
  at: z
    .codec(z.iso.datetime(), z.date(), { decode: (text) => new Date(text), encode: (at) => at.toISOString() })
    .nullable(),
  extra: count.optional(),
});
const value = {
  id: "ab",
  total: 5n,
  parts: [{ total: 1n }, { total: 2n, note: "x" }],
  closed: null,
  at: new Date(0),
};

test("columns that the output does not name are dropped, at every depth", () => {
  const row = { ...value, secret: "x", parts: [{ total: 1n, hash: "y" }] };
  expect(encodeWire(view, row)).toEqual({
    id: "ab",
    total: 5,
    parts: [{ total: 1 }],
    closed: null,
    at: "1970-01-01T00:00:00.000Z",
  });
});

test.each([
  ["a text too short", { ...value, id: "a" }],
  ["a number where a bigint is meant", { ...value, total: 5 }],
  ["something missing", { ...value, parts: undefined }],
  ["a wrong part", { ...value, parts: [{ total: "1" }] }],
  ["a number that the wire does not hold", { ...value, total: 2n ** 60n }],
  ["a date that is none", { ...value, at: new Date(Number.NaN) }],
  ["no object at all", null],
])("%s is a defect, told as zod tells it", (_title, wrong) => {
  const attempt = (encode: () => unknown) => {
    try {
      return encode();
    } catch (error) {
      return error;
    }
  };
  const [ours, zods] = [
    attempt(() => encodeWire(view, wrong as never)),
    attempt(() => z.encode(view, wrong as never)),
  ];
  expect(zods).toBeInstanceOf(Error);
  expect(ours).toEqual(zods);
});

test("shapes that are not known are left to zod", () => {
  const trimmed = z.object({ name: z.string().trim(), either: z.union([count, z.literal("all")]) });
  const given = { name: " Ada ", either: 5n };
  expect(encodeWire(trimmed, given as never)).toEqual(z.encode(trimmed, given as never));
  const refined = z.object({ a: count }).refine(({ a }) => a > 0n);
  expect(() => encodeWire(refined, { a: 0n })).toThrow(z.core.$ZodError);
});
