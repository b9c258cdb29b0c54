import { expect, test } from "vitest";
import { durationText } from "./duration";

test.each([
  [0, "0 ms"],
  [320, "320 ms"],
  [4_250, "4.2 sec"],
  [59_999, "59.9 sec"],
  [60_000, "1 min"],
  [192_000, "3 min 12 sec"],
  [7_200_000, "2 hr"],
  [187_200_000, "2 days 4 hr"],
])("%i ms reads %s", (ms, text) => {
  expect(durationText(ms, "en")).toBe(text);
});

test("it speaks the person's language", () => {
  expect(durationText(192_000, "de")).toBe("3 Min. 12 Sek.");
});
