import { spawnSync } from "node:child_process";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { verifyChain } from "@/lib/audit/operations/verify-chain";
import { verifyChains } from "@/lib/audit/verify-chains";
import { someone } from "@/lib/auth/people/testing";
import { createClient } from "@/lib/clients/operations/create-client";
import { updateClient } from "@/lib/clients/operations/update-client";
import { platformPool } from "@/lib/core/db/pools";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

const ada = { name: "Ada Lovelace", email: "ada@example.com", country: "GB", currency: "GBP" } as const;
let database: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  tenant = await aTenant(database.owner);
});

async function threeEntries() {
  const actor = staff(tenant.id);
  const client = await run(createClient, ada, { actor, address: "192.0.2.10", requestId: "request-1" });
  await run(updateClient, { clientId: client.id, version: 1, name: "Ada King" }, { actor });
  await run(createClient, { ...ada, name: "Mary Somerville" }, { actor: tenant.system });
  return { actor, client };
}

test("audit:verify ends with 0 while every chain holds", async () => {
  await threeEntries();
  const { status, stdout, stderr } = verifyCommand();
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain(`(${tenant.id}): 3 entries, unaltered`);
});

describe("the audit log", () => {
  test("tells who did what to which record, what it was and what it became", async () => {
    const { actor, client } = await threeEntries();
    const { items } = await run(listAuditEntries, {}, { actor });

    expect(items.map(({ sequence, operation }) => [sequence, operation])).toEqual([
      [3n, "clients.client.create"],
      [2n, "clients.client.update"],
      [1n, "clients.client.create"],
    ]);
    expect(items[1]).toMatchObject({
      actor: { kind: "user", id: actor.id, name: "Grace Hopper" },
      recordType: "client",
      recordId: client.id,
      before: { name: "Ada Lovelace" },
      after: { name: "Ada King" },
    });
    expect(items[2]).toMatchObject({ address: "192.0.2.10", requestId: "request-1", before: null });
  });

  test("is filtered by actor, record, operation and time", async () => {
    const { actor, client } = await threeEntries();
    const sequences = async (filters: object) =>
      (await run(listAuditEntries, filters, { actor })).items.map(({ sequence }) => Number(sequence));

    expect(await sequences({ actorId: actor.id })).toEqual([2, 1]);
    expect(await sequences({ actorKind: "system" })).toEqual([3]);
    expect(await sequences({ recordType: "client", recordId: client.id })).toEqual([2, 1]);
    expect(await sequences({ operation: "clients.client.create" })).toEqual([3, 1]);
    expect(await sequences({ operation: "clients." })).toEqual([3, 2, 1]);
    expect(await sequences({ operation: "client" })).toEqual([]);
    expect(await sequences({ until: "2000-01-01T00:00:00Z" })).toEqual([]);
    expect(await sequences({ from: "2000-01-01T00:00:00Z", until: "2200-01-01T00:00:00Z" })).toHaveLength(3);
  });

  test("is another tenant's own affair", async () => {
    await threeEntries();
    const other = await aTenant(database.owner);
    expect((await run(listAuditEntries, {}, { actor: staff(other.id) })).items).toEqual([]);
    expect(await run(verifyChain, {}, { actor: staff(other.id) })).toMatchObject({
      entries: 0n,
      isIntact: true,
    });
  });
});

describe("F-49: tampering with the audit log", () => {
  test("is refused to the application's role: no insert, update or delete", async () => {
    await threeEntries();
    const app = new pg.Client({ connectionString: database.app });
    await app.connect();
    try {
      await app.query(`select set_config('app.tenant_id', '${tenant.id}', false)`);
      for (const statement of [
        "insert into audit_log select * from audit_log",
        "update audit_log set operation = 'nothing.to.see'",
        "delete from audit_log",
        "truncate audit_log",
        "update audit_heads set sequence = 0",
      ]) {
        await expect(app.query(statement), statement).rejects.toMatchObject({ code: "42501" });
      }
    } finally {
      await app.end();
    }
    expect(await run(verifyChain, {}, { actor: staff(tenant.id) })).toMatchObject({
      isIntact: true,
      entries: 3n,
    });
  });

  test("is refused even to the owner of the tables", async () => {
    await threeEntries();
    for (const statement of ["update audit_log set operation = 'x'", "delete from audit_log"]) {
      await expect(database.owner.query(statement)).rejects.toMatchObject({ code: "23001" });
    }
  });

  test.each([
    ["a changed entry", "update audit_log set after = '{}' where tenant_id = $1 and sequence = 2", 2n],
    ["a removed entry", "delete from audit_log where tenant_id = $1 and sequence = 2", 3n],
    ["a removed last entry", "delete from audit_log where tenant_id = $1 and sequence = 3", 3n],
    ["a changed hash", "update audit_log set hash = '\\x00' where tenant_id = $1 and sequence = 1", 1n],
  ])(
    "by whoever switches the triggers off breaks the chain visibly: %s",
    async (_what, statement, broken) => {
      await threeEntries();
      const connection = await database.owner.connect();
      try {
        await connection.query("set session_replication_role = replica");
        await connection.query(statement, [tenant.id]);
      } finally {
        await connection.query("reset session_replication_role");
        connection.release();
      }
      const chain = await run(verifyChain, {}, { actor: staff(tenant.id) });
      expect(chain).toMatchObject({ isIntact: false, firstBreak: broken });
    },
  );
});

describe("what staff did as somebody else", () => {
  test("is found under both names, and apart from the rest", async () => {
    const { actor } = await threeEntries();
    const person = {
      ...staff(tenant.id),
      name: "Ada Lovelace",
      impersonator: { id: actor.id ?? "", name: actor.name },
    };
    await run(createClient, { ...ada, name: "Charles Babbage" }, { actor: person });

    const { items } = await run(listAuditEntries, { isImpersonated: true }, { actor });
    expect(items).toMatchObject([
      { actor: { name: "Ada Lovelace" }, by: { id: actor.id, name: "Grace Hopper" } },
    ]);
    const rest = await run(listAuditEntries, { isImpersonated: false }, { actor });
    expect(rest.items.map(({ by }) => by)).toEqual([null, null, null]);
    const byId = await run(listAuditEntries, { actorId: actor.id }, { actor });
    expect(byId.items.map(({ sequence }) => Number(sequence))).toEqual([4, 2, 1]);
  });

  test("is found by a part of a person's name or address", async () => {
    const person = await someone(tenant.id, "owner");
    await run(createClient, ada, { actor: person.actor });
    const find = async (actor: string) =>
      (await run(listAuditEntries, { actor }, { actor: person.actor })).items.map(
        ({ operation }) => operation,
      );

    expect(await find(person.email.slice(2, 20))).toEqual(["clients.client.create"]);
    expect(await find("race HOP")).toEqual(["clients.client.create"]);
    expect(await find("nobody of this name")).toEqual([]);
    const other = await aTenant(database.owner);
    expect((await run(listAuditEntries, { actor: "Grace" }, { actor: staff(other.id) })).items).toEqual([]);
  });
});

test("every company's chain is checked in one go, and the first break of each is named", async () => {
  await threeEntries();
  const broken = await aTenant(database.owner, "Broken Ltd");
  await run(createClient, ada, { actor: staff(broken.id) });
  const connection = await database.owner.connect();
  try {
    await connection.query("set session_replication_role = replica");
    await connection.query("update audit_log set operation = 'x' where tenant_id = $1", [broken.id]);
  } finally {
    await connection.query("reset session_replication_role");
    connection.release();
  }

  const found = new Map<string, bigint | null>();
  for await (const { tenantId, firstBreak } of verifyChains(platformPool())) found.set(tenantId, firstBreak);
  expect(found.get(tenant.id)).toBeNull();
  expect(found.get(broken.id)).toBe(1n);

  const { status, stdout } = verifyCommand();
  expect(status, "what runs the command hears of it").toBe(1);
  expect(stdout).toContain(`Broken Ltd (${broken.id}): BROKEN at entry 1 of 1`);
  expect(stdout).toContain(`(${tenant.id}): 3 entries, unaltered`);
});

/** `npm run audit:verify`, on the database of this test. */
function verifyCommand() {
  const node = ["--conditions=react-server", "--import", "tsx", "scripts/audit/verify.ts"];
  return spawnSync(process.execPath, node, { encoding: "utf8", env: process.env });
}
