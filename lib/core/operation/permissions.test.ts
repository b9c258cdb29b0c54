import { expect, test } from "vitest";
import { type Actor, systemActor, visitor } from "@/lib/core/operation/actor";
import { can, covers } from "@/lib/core/operation/permissions";

const tenantId = "01932f3a-7c00-7000-8000-000000000001";
const operation = { name: "clients.client.update", audience: ["staff"] } as const;
const staff = (...permissions: string[]): Actor => ({
  kind: "user",
  audience: "staff",
  tenantId,
  name: "Ada",
  permissions,
});

test("a permission is the operation's name, its domain, or everything", () => {
  expect(can(staff("clients.client.update"), operation)).toBe(true);
  expect(can(staff("clients.*"), operation)).toBe(true);
  expect(can(staff("*"), operation)).toBe(true);
  expect(can(staff("clients.client.get", "billing.*", "client.*"), operation)).toBe(false);
  expect(can(staff(), operation)).toBe(false);
});

test("a pattern ends at a dot: `client.*` is not `clients.*`", () => {
  expect(covers("client.*", "clients.client.update")).toBe(false);
  expect(covers("clients.client.*", "clients.client.update")).toBe(true);
  expect(covers("clients.*", "clients.client.*")).toBe(true);
  expect(covers("clients.client.update", "clients.*")).toBe(false);
});

test("an operation for staff is none for a client, whatever permission the client holds", () => {
  expect(can({ ...staff("*"), audience: "client" }, operation)).toBe(false);
  expect(can(visitor(tenantId), operation)).toBe(false);
});

test("the system acts for staff; what is meant for visitors is open to all", () => {
  expect(can(systemActor(tenantId), operation)).toBe(true);
  expect(can(visitor(tenantId), { name: "auth.session.signIn", audience: ["visitor"] })).toBe(true);
});
