import { expect, test } from "vitest";
import { permissionsOf, type RoleName, roleNames, roles } from "@/lib/auth/rules/roles";
import type { Operation } from "@/lib/core/operation/operation";
import { can } from "@/lib/core/operation/permissions";
import { registry } from "@/lib/registry";

/** What the owner alone may do. Anything else that only the owner can run was forgotten in roles.ts. */
const ownerOnly: readonly string[] = ["mail.message.reveal"];

const operations = Object.values(registry)
  .flatMap((domain) => Object.values(domain) as Operation[])
  .sort((a, b) => (a.name < b.name ? -1 : 1));

function mayRun(role: RoleName, operation: Operation): boolean {
  const { kind, permissions } = roles[role];
  const audience = kind === "STAFF" ? "staff" : "client";
  return can({ kind: "user", audience, tenantId: "", name: role, permissions }, operation);
}

test("S-22: the matrix of roles and operations is the reviewed one", () => {
  const matrix = operations.map(
    ({ name, ...operation }) =>
      `${name.padEnd(32)} ${roleNames.filter((role) => mayRun(role, { name, ...operation } as Operation)).join(" ")}`,
  );
  expect(matrix.join("\n")).toMatchSnapshot();
});

test("S-22: every operation can be run by some role beside the owner, or is listed as the owner's", () => {
  const others = roleNames.filter((role) => role !== "owner");
  const forgotten = operations
    .filter((operation) => !others.some((role) => mayRun(role, operation)))
    .map(({ name }) => name);
  expect(forgotten).toEqual(ownerOnly);
});

test("the owner may run whatever is meant for staff", () => {
  const refused = operations.filter(({ audience }) => audience.includes("staff"));
  expect(refused.filter((operation) => !mayRun("owner", operation))).toEqual([]);
});

test("every exact permission of a role names an operation that exists", () => {
  const names = new Set(operations.map(({ name }) => name));
  const unknown = roleNames
    .flatMap((role) => roles[role].permissions)
    .filter((permission) => !permission.endsWith("*") && !names.has(permission as never));
  expect([...new Set(unknown)]).toEqual([]);
});

test("a role that no longer exists grants nothing", () => {
  expect(permissionsOf("toString")).toEqual([]);
  expect(permissionsOf("")).toEqual([]);
});
