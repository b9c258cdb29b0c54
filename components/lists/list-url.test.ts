import { expect, test } from "vitest";
import { listHref, listParameters, sortStep } from "./list-url";

test("changing a filter starts at the first page, and an emptied one leaves the address", () => {
  const current = { search: "ada", status: "ACTIVE", cursor: "abc" };
  expect(listHref("/admin/clients", current, { status: undefined })).toBe("/admin/clients?search=ada");
  expect(listHref("/admin/clients", {}, {})).toBe("/admin/clients");
  expect(listHref("/admin/clients", { search: "a&b" }, { cursor: "next" })).toBe(
    "/admin/clients?search=a%26b&cursor=next",
  );
});

test("only the named parameters of an address count, and only once each", () => {
  const search = { search: "ada", status: ["ACTIVE", "ARCHIVED"], country: " ", utm: "x" };
  expect(listParameters(search, ["search", "status", "country"])).toEqual({ search: "ada" });
});

test("pressing the head of the column in force turns the order round", () => {
  expect(sortStep("-createdAt", "name")).toEqual({ next: "name" });
  expect(sortStep("name", "name")).toEqual({ next: "-name", sorted: "ascending" });
  expect(sortStep("-name", "name")).toEqual({ next: "name", sorted: "descending" });
});
