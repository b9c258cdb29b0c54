import { expect, test } from "vitest";
import { createClient } from "@/lib/clients/operations/create-client";
import { run } from "@/lib/core/operation/run";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

const database = await testDatabase();

test("smoke", async () => {
  const tenant = await aTenant(database.owner);
  const c = await run(createClient, createClient.example.input, { actor: staff(tenant.id) });
  expect(c.number).toBe(1n);
});
