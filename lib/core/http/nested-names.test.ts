import { expect, test } from "vitest";
import { nest } from "@/lib/core/http/nested-names";
import { parseQuery } from "@/lib/core/http/query-text";

test("dots and brackets nest, numbers make lists, repeated names append", () => {
  expect(
    nest([
      ["name", "Ada"],
      ["address.city", "London"],
      ["address[street][line]", "St James's Square"],
      ["lines.1.amount", "2"],
      ["lines[0].amount", "1"],
      ["tags[]", "a"],
      ["both", "1"],
      ["both", "2"],
    ]),
  ).toEqual({
    name: "Ada",
    address: { city: "London", street: { line: "St James's Square" } },
    lines: [{ amount: "1" }, { amount: "2" }],
    tags: ["a"],
    both: ["1", "2"],
  });
});

test.each([
  "__proto__",
  "a.__proto__.b",
  "a[constructor]",
  "prototype[]",
  "[]",
  "[a]",
  "a..b",
  "a[][b]",
  ".a",
  "a.1.b.c.d.e.f.g.h",
  "x".repeat(201),
])("the name %j is refused", (name) => {
  expect(() => nest([[name, "1"]])).toThrow(expect.objectContaining({ code: "http.forbidden_field" }));
  expect(({} as { b?: unknown }).b).toBeUndefined();
});

test("lists with gaps and names that contradict each other are refused", () => {
  expect(() => nest([["a[1]", "x"]])).toThrow("gap");
  expect(() => nest([["a[00]", "x"]])).toThrow("gap");
  expect(() =>
    nest([
      ["a", "x"],
      ["a.b", "y"],
    ]),
  ).toThrow("contradict");
  expect(() =>
    nest([
      ["a.b", "x"],
      ["a", "y"],
    ]),
  ).toThrow("contradict");
});

test("a query string is decoded once, and only when it is UTF-8", () => {
  expect(parseQuery("?a=%C3%BC+x&b=%2525&c&d=")).toEqual({ a: "ü x", b: "%25", c: "", d: "" });
  expect(parseQuery("")).toEqual({});
  for (const bad of ["a=%ff", "%c3=1", "a=%", "a=%zz", "a=%ed%a0%80"]) {
    expect(() => parseQuery(bad)).toThrow(expect.objectContaining({ code: "http.invalid_utf8" }));
  }
});
