import { expect, test } from "vitest";
import { isCurrentArea } from "./area";

test("an area is current on its own page and on the pages below it", () => {
  expect(isCurrentArea({ href: "/admin/clients" }, "/admin/clients")).toBe(true);
  expect(isCurrentArea({ href: "/admin/clients" }, "/admin/clients/42/edit")).toBe(true);
});

test("an area whose name only begins alike is not current", () => {
  expect(isCurrentArea({ href: "/admin/client" }, "/admin/clients")).toBe(false);
});

test("the overview, whose address begins all others, is current only at home", () => {
  expect(isCurrentArea({ href: "/admin", exact: true }, "/admin")).toBe(true);
  expect(isCurrentArea({ href: "/admin", exact: true }, "/admin/clients")).toBe(false);
});
