import fc from "fast-check";
import { expect, test } from "vitest";
import { accentOf, fromHex } from "./brand-colour";
import { toLinearRgb } from "./color";

test("a colour in hexadecimal is the same colour in OKLCH", () => {
  expect(fromHex("#ffffff")).toMatchObject({ l: expect.closeTo(1, 3), c: expect.closeTo(0, 3) });
  expect(fromHex("#000000")).toMatchObject({ l: expect.closeTo(0, 3) });
  const red = fromHex("#ff0000");
  expect(red).toMatchObject({
    l: expect.closeTo(0.628, 2),
    c: expect.closeTo(0.258, 2),
    h: expect.closeTo(29.2, 0),
  });
  expect(toLinearRgb(red as never)[0]).toBeCloseTo(1, 2);
  for (const text of ["red", "#fff", "#gggggg", ""]) expect(fromHex(text)).toBeUndefined();
});

test("words on the accent are legible whatever colour a company has", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const brand = fromHex(`#${value.toString(16).padStart(6, "0")}`);
      expect(accentOf(brand as never).ratio).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 2_000, seed: 7 },
  );
});
