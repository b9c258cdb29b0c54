import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonLimits, parseJson } from "@/lib/core/http/json-text";

test("honest JSON comes out as JSON.parse has it", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const plain = JSON.stringify(JSON.parse(text), (_key, value) =>
        typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER ? 0 : value,
      );
      fc.pre(!/"(?:__proto__|constructor|prototype)"|\\ud/i.test(plain));
      expect(parseJson(plain)).toEqual(JSON.parse(plain));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['{"a":1,"a":2}', "http.duplicate_key"],
  ['{"a":1,"\\u0061":2}', "http.duplicate_key"],
  ['{"a":{"b":1,"b":2}}', "http.duplicate_key"],
  ['{"__proto__":1}', "http.forbidden_key"],
  ['[{"x":{"prototype" : 1}}]', "http.forbidden_key"],
  ['{"a":9007199254740992}', "http.number_out_of_range"],
  ['{"a":-9007199254740992}', "http.number_out_of_range"],
  ['{"a":1e309}', "http.number_out_of_range"],
  [`{"a":${"9".repeat(100_000)}}`, "http.number_out_of_range"],
  ["[".repeat(21), "http.nested_too_deeply"],
  ['{"a":"\\ud800"}', "http.invalid_unicode"],
  ['{"\\udfff\\ud800":1}', "http.invalid_unicode"],
  ['{"a":"', "http.malformed_json"],
  ['{"a":"\\', "http.malformed_json"],
  ['{"\\x":1}', "http.malformed_json"],
  ["{a:1}", "http.malformed_json"],
  ["01", "http.malformed_json"],
  ["[1,]", "http.malformed_json"],
  ["", "http.malformed_json"],
  ["NaN", "http.malformed_json"],
  ["\ufeff{}", "http.malformed_json"],
])("%j is refused as %s", (text, code) => {
  expect(() => parseJson(text)).toThrow(expect.objectContaining({ code }));
});

test("the same key in two objects, and names as values, are fine", () => {
  const text = '[{"a":"__proto__"},{"a":"constructor"},{"b":["a","a"],"c":"\\"a\\":1"}]';
  expect(parseJson(text)).toEqual(JSON.parse(text));
  expect(parseJson('{"a":9007199254740991,"b":-0.5,"c":1e3}')).toEqual({
    a: 9007199254740991,
    b: -0.5,
    c: 1000,
  });
});

test("keys are counted per object and in all", () => {
  const object = (keys: number) => `{${Array.from({ length: keys }, (_, n) => `"k${n}":1`).join()}}`;
  expect(parseJson(object(jsonLimits.keysOfAnObject))).toBeTypeOf("object");
  const many = Math.ceil(jsonLimits.keys / jsonLimits.keysOfAnObject);
  const list = `[${Array(many + 1)
    .fill(object(jsonLimits.keysOfAnObject))
    .join()}]`;
  expect(() => parseJson(list)).toThrow(expect.objectContaining({ code: "http.too_many_keys" }));
});
