import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { fileLength } from "./file-length";

const lines = (count: number) => "export const line = 1;\n".repeat(count);

test("a file of more than 400 lines is refused, one of 400 passes", () => {
  expect(findingsIn(fileLength, "lib/billing/queries.ts", lines(401))).toEqual(["1 file-length"]);
  expect(findingsIn(fileLength, "lib/billing/queries.ts", lines(400))).toEqual([]);
});

test("a long test is no long subject", () => {
  expect(findingsIn(fileLength, "lib/billing/queries.test.ts", lines(401))).toEqual([]);
});
