import { expect, test } from "vitest";
import { columnsParameter, shownColumns } from "./columns";

const columns = [
  { key: "name", isFixed: true },
  { key: "email", isUsual: true },
  { key: "status", isUsual: true },
  { key: "phone" },
];
const keysOf = (asked?: string) => shownColumns(columns, asked).map(({ key }) => key);

test("a list shows its usual columns until its address names others", () => {
  expect(keysOf()).toEqual(["name", "email", "status"]);
  expect(keysOf("phone,email")).toEqual(["name", "email", "phone"]);
});

test("what is no column is passed over; with nothing left the usual ones stand", () => {
  expect(keysOf("phone,__proto__,salary")).toEqual(["name", "phone"]);
  expect(keysOf("salary")).toEqual(["name", "email", "status"]);
  expect(keysOf("name")).toEqual(["name", "email", "status"]);
});

test("the address names columns only where they are not the usual ones", () => {
  expect(columnsParameter(columns, new Set(["email", "status"]))).toBeUndefined();
  expect(columnsParameter(columns, new Set(["phone", "email"]))).toBe("email,phone");
  expect(columnsParameter(columns, new Set())).toBeUndefined();
});
