import { expect, test } from "vitest";
import { z } from "zod";
import { nest } from "@/lib/core/http/nested-names";
import { coercerFor } from "@/lib/doors/coerce";

const schema = z.strictObject({
  count: z.number().int().optional(),
  isOpen: z.boolean().default(false),
  agrees: z.boolean(),
  note: z.string().nullable(),
  title: z.string(),
  tags: z.array(z.string()).optional(),
  lines: z.array(z.strictObject({ amount: z.number(), label: z.string().optional() })).optional(),
  either: z.union([z.number(), z.literal("all")]).optional(),
});

test("text of a query string becomes what the schema wants, and nothing else changes", () => {
  const coerce = coercerFor(schema, "query");
  expect(coerce({ count: "12", isOpen: "true", note: "", title: "12", tags: "a", either: "5" })).toEqual({
    count: 12,
    isOpen: true,
    note: "",
    title: "12",
    tags: ["a"],
    either: 5,
  });
  expect(coerce({ either: "all", count: "x" })).toEqual({ either: "all", count: "x" });
});

test.each(["", " 5", "5 ", "0x10", "1e3", "Infinity", "NaN", "9007199254740993", "5n", "+5", "--5", "٥"])(
  "%j is no number",
  (count) => {
    expect(coercerFor(schema, "query")({ count })).toEqual({ count });
  },
);

test("in a form an empty field is null or left out, and a checkbox that is off is false", () => {
  const coerce = coercerFor(schema, "form");
  expect(coerce({ count: "", note: "", title: "", isOpen: "on" })).toEqual({
    note: null,
    title: "",
    isOpen: true,
    agrees: false,
  });
});

test("nested names and lists are coerced through and through", () => {
  const given = nest([
    ["lines[0].amount", "5"],
    ["lines[1][amount]", "7.5"],
    ["lines.1.label", ""],
    ["tags[]", "a"],
    ["tags[]", "b"],
  ]);
  expect(coercerFor(schema, "form")(given)).toMatchObject({
    lines: [{ amount: 5 }, { amount: 7.5 }],
    tags: ["a", "b"],
  });
});

test("a schema that refers to itself is coerced to some depth and then left alone", () => {
  type Tree = { size: number; children?: Tree[] | undefined };
  const tree: z.ZodType<Tree> = z
    .strictObject({
      size: z.number(),
      get children() {
        return z.array(tree).optional();
      },
    })
    .meta({ id: "TreeOfTheTest" });
  expect(coercerFor(tree, "query")({ size: "1", children: [{ size: "2" }] })).toEqual({
    size: 1,
    children: [{ size: 2 }],
  });
});
