import { describe, expect, test } from "vitest";
import { archiveClient } from "@/lib/clients/operations/archive-client";
import { createClient } from "@/lib/clients/operations/create-client";
import { Refusal } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Operation } from "@/lib/core/operation/operation";
import { perform, run } from "@/lib/core/operation/run";
import { registry } from "@/lib/registry";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

const database = await testDatabase();
const operations: Operation[] = Object.values(registry).flatMap(
  (domain) => Object.values(domain) as unknown as Operation[],
);

test("the registry names every operation once, and as its place says", () => {
  const names = operations.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const [domain, members] of Object.entries(registry)) {
    for (const { name } of Object.values(members))
      expect(name).toMatch(new RegExp(`^${domain}\\.[a-zA-Z]+\\.[a-zA-Z]+$`));
  }
});
