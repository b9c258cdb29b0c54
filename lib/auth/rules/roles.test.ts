import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { permissionsOf, personal, type RoleName, roleNames, roles } from "@/lib/auth/rules/roles";
import type { Operation } from "@/lib/core/operation/operation";
import { can, covers } from "@/lib/core/operation/permissions";
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

/** Doors by which an operation can be reached: REST, server actions and pages, the last two read off the source of app/. */
const appSource = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join("app", file), "utf8"))
  .join("\n");

function isNamedIn(opening: string, variable: string): boolean {
  return new RegExp(`${opening}\\(\\s*${variable}\\b`).test(appSource);
}

function doorsOf(operation: Operation): string {
  const variable = Object.values(registry)
    .flatMap((domain) => Object.entries(domain))
    .find(([, one]) => one.name === operation.name)?.[0];
  const doors = [
    operation.http && "rest",
    isNamedIn("serverAction", variable ?? "") && "action",
    isNamedIn("guardedPage", variable ?? "") && "page",
  ];
  return doors.filter(Boolean).join("+") || "-";
}

/** What is asked beside the right: a fresh sign-in, and that nobody acts as somebody else. */
function conditionsOf({ needsFreshSignIn, refusedToImpersonators }: Operation): string {
  return [needsFreshSignIn && "fresh", refusedToImpersonators && "self"].filter(Boolean).join("+") || "-";
}

test("S-22: the matrix of operations, doors and roles is the reviewed one", () => {
  const matrix = operations.map((operation) => {
    const { name, audience } = operation;
    const who = audience.includes("visitor")
      ? "everybody"
      : roleNames.filter((role) => mayRun(role, operation)).join(" ");
    return [name.padEnd(34), doorsOf(operation).padEnd(16), conditionsOf(operation).padEnd(10), who]
      .join(" ")
      .trimEnd();
  });
  expect(matrix.join("\n")).toMatchSnapshot();
});

test("what everybody may do for themselves comes with every role of those whom it is meant for", () => {
  const everybodys = operations.filter(({ name }) => personal.some((own) => covers(own, name)));
  expect(everybodys.length).toBeGreaterThan(8);
  for (const role of roleNames) {
    const audience = roles[role].kind === "STAFF" ? "staff" : "client";
    const meant = everybodys.filter((operation) => operation.audience.includes(audience));
    expect(
      meant.filter((operation) => !mayRun(role, operation)).map(({ name }) => name),
      role,
    ).toEqual([]);
  }
  const nobodys = everybodys.filter(({ audience }) => !audience.includes("client"));
  expect(nobodys.map(({ name }) => name)).toEqual([]);
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
