import { beforeAll, describe, expect, test } from "vitest";
import { Refusal } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { perform } from "@/lib/core/operation/run";
import { registry } from "@/lib/registry";
import { testDatabase } from "@/tests/support/database";
import { references, withRecords } from "@/tests/support/references";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";
import { aWorld, fingerprint, type World } from "@/tests/support/world";

const database = await testDatabase();
const operations: Operation[] = Object.values(registry).flatMap(
  (domain) => Object.values(domain) as unknown as Operation[],
);
const guarded = operations.filter(({ audience }) => !audience.includes("visitor"));

let world: World;
beforeAll(async () => {
  world = await aWorld(database.owner, "Northwind Hosting");
});

async function outcomeOf(operation: Operation, input: unknown, actor: Actor): Promise<unknown> {
  try {
    return { wire: (await perform(operation, input, { actor })).wire };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      kind: error.kind,
      code: error.code,
      message: error.message,
      details: error.details,
      fields: error.fields,
    };
  }
}

test("the registry names every operation once, and as its place says", () => {
  const names = operations.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(names).size).toBe(names.length);
  for (const [domain, members] of Object.entries(registry)) {
    for (const { name } of Object.values(members)) {
      expect(name).toMatch(new RegExp(`^${domain}\\.[a-zA-Z]+\\.[a-zA-Z]+$`));
    }
  }
});

test("every record that an operation can be asked about is in the test's world", () => {
  for (const operation of guarded) {
    for (const field of references(operation))
      expect(world.records, `${operation.name}: ${field}`).toHaveProperty(field);
  }
});

/** What every client of the company may see of the company itself. */
const everybodys: Readonly<Record<string, readonly string[]>> = {
  "tenants.tenant.get": ["companyId"],
  "payments.option.list": ["connectionId"],
};

describe("S-15: a stranger", () => {
  for (const operation of guarded) {
    test(`from another company finds nothing by ${operation.name}`, async () => {
      const stranger = staff((await aTenant(database.owner)).id);
      await finds(operation, stranger);
    });

    if (operation.audience.includes("client")) {
      test(`from another client finds nothing by ${operation.name}`, async () => {
        const other = await aWorld(database.owner, "Of the other client");
        const stranger = clientUser(world.id, other.records.clientId as string);
        await finds(operation, stranger);
      });
    }
  }

  async function finds(operation: Operation, stranger: Actor): Promise<void> {
    const before = await fingerprint(database.owner, world.id);
    const nobody = Object.fromEntries(Object.keys(world.records).map((field) => [field, newId()]));

    const theirs = await outcomeOf(operation, withRecords(operation.example.input, world.records), stranger);
    const absent = await outcomeOf(operation, withRecords(operation.example.input, nobody), stranger);

    const text = JSON.stringify(theirs);
    const shown = stranger.tenantId === world.id ? (everybodys[operation.name] ?? []) : [];
    for (const [field, id] of Object.entries(world.records)) {
      if (!shown.includes(field)) expect(text, field).not.toContain(id);
    }
    // What exists elsewhere and what exists nowhere get the same answer.
    if (references(operation).length > 0 && "kind" in (theirs as object)) expect(theirs).toEqual(absent);
    if (stranger.tenantId !== world.id) expect(await fingerprint(database.owner, world.id)).toEqual(before);
  }
});
