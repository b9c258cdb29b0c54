import { expect, test } from "vitest";
import { changesBetween } from "./changes";

test("only what changed is shown, without the record's bookkeeping", () => {
  const before = { id: "1", name: "Ada Lovelace", companyName: null, version: 1, updatedAt: "2026-01-01" };
  const after = { id: "1", name: "Ada King", companyName: "Engines", version: 2, updatedAt: "2026-01-02" };
  expect(changesBetween(before, after)).toEqual([
    { field: "name", before: "Ada Lovelace", after: "Ada King" },
    { field: "companyName", before: undefined, after: "Engines" },
  ]);
});

test("a new record shows all it holds, and an entry without a record nothing", () => {
  expect(changesBetween(null, { name: "Ada", scopes: ["a", "b"] })).toEqual([
    { field: "name", before: undefined, after: "Ada" },
    { field: "scopes", before: undefined, after: '["a","b"]' },
  ]);
  expect(changesBetween(null, null)).toEqual([]);
});
