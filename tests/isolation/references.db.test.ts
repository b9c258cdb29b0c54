import { beforeAll, describe, expect, test } from "vitest";
import { Refusal } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { perform } from "@/lib/core/operation/run";
import { wireSchema } from "@/lib/doors/json-schema";
import { registry } from "@/lib/registry";
import { testDatabase } from "@/tests/support/database";
import { references, withRecords } from "@/tests/support/references";
import { clientUser, staff } from "@/tests/support/tenants";
import { aWorld, fingerprint, type World } from "@/tests/support/world";

const database = await testDatabase();
const operations: Operation[] = Object.values(registry).flatMap(
  (domain) => Object.values(domain) as unknown as Operation[],
);
const cases = operations
  .filter(({ audience }) => !audience.includes("visitor"))
  .flatMap((operation) => references(operation).map((field) => ({ operation, field })))
  // Only compared with the id of the caller's own current price: nothing is looked up by it.
  .filter(({ field }) => field !== "seenPriceId");

/** Ids that are not there are passed over by what is done to many and by filters: what was done is counted, and it was nothing. */
const passesOver = [
  "audit.entry.export",
  "clients.client.changeMany",
  "durable.run.retryMany",
  "durable.run.cancelMany",
];

let own: World;
let foreign: World;
beforeAll(async () => {
  own = await aWorld(database.owner, "Northwind Hosting");
  foreign = await aWorld(database.owner, "Southwind Hosting");
});

/** What an operation answers, and the kind of its refusal. */
async function outcomeOf(operation: Operation, input: unknown, actor: Actor) {
  try {
    return { wire: JSON.stringify((await perform(operation, input, { actor })).wire) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { kind, code, details, fields } = error;
    return { refusal: JSON.stringify({ kind, code, details, fields }) };
  }
}

/** The example of an operation about the caller's own records, but for one field; one that the example leaves out is added. */
function inputWith(operation: Operation, records: World["records"], field: string, id: string): unknown {
  const input = withRecords(operation.example.input, { ...records, [field]: id }) as object;
  const { properties = {} } = wireSchema(operation.input).root;
  return field in properties ? { ...input, [field]: id } : input;
}

describe("S-16: of all references in an input each one alone leads to the caller's own records only", () => {
  for (const { operation, field } of cases) {
    test(`${operation.name}: ${field} of another company`, async () => {
      await isNobodys(operation, field, staff(own.id), foreign.records[field] ?? "");
    });

    if (operation.audience.includes("client")) {
      test(`${operation.name}: ${field} of another client`, async () => {
        const neighbour = clientUser(own.id, own.records.intoId ?? "");
        await isNobodys(operation, field, neighbour, own.records[field] ?? "", {
          clientId: own.records.intoId ?? "",
          subjectId: own.records.intoId ?? "",
        });
        await isNobodys(
          operation,
          field,
          clientUser(own.id, own.records.clientId ?? ""),
          foreign.records[field] ?? "",
        );
      });
    }
  }

  async function isNobodys(
    operation: Operation,
    field: string,
    actor: Actor,
    id: string,
    callers: Record<string, string> = {},
  ): Promise<void> {
    const records = { ...own.records, ...callers };
    const before = await fingerprint(database.owner, foreign.id);
    const theirs = await outcomeOf(operation, inputWith(operation, records, field, id), actor);
    const absent = await outcomeOf(operation, inputWith(operation, records, field, newId()), actor);

    expect(theirs).toEqual(absent);
    if (operation.kind === "command" && !passesOver.includes(operation.name)) {
      expect(theirs.wire, "a change that names a foreign record is refused").toBeUndefined();
    }
    expect(await fingerprint(database.owner, foreign.id)).toEqual(before);
  }
});

test("S-16: there are references to look at, and each is a record of the world", () => {
  expect(cases.length).toBeGreaterThan(60);
  expect(cases.filter(({ field }) => own.records[field] === undefined)).toEqual([]);
});
