import { beforeAll, expect, test } from "vitest";
import { signIn } from "@/lib/auth/operations/sign-in";
import { getReceivables } from "@/lib/billing/operations/get-receivables";
import { listProducts } from "@/lib/catalog/operations/list-products";
import { listClients } from "@/lib/clients/operations/list-clients";
import { systemActor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { listBalances } from "@/lib/ledger/operations/list-balances";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { seedDemo } from "@/prisma/seed/demo";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

test("the demonstration company is there once, whole, with balanced books and an owner who can sign in", async () => {
  const told: string[] = [];
  const demo = await seedDemo(new Date(), (line) => told.push(line), { clients: 60 });
  expect(told.join()).toContain(demo?.password);
  const { rows } = await database.owner.query("select id from tenants");
  expect(rows).toHaveLength(1);
  const actor = systemActor(rows[0].id);

  expect((await run(listClients, { limit: 200 }, { actor })).items).toHaveLength(60);
  expect((await run(listProducts, {}, { actor })).products).toHaveLength(12);
  const orders = (await run(listOrders, { limit: 200 }, { actor })).items;
  expect(orders.length).toBeGreaterThan(60);
  expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(["ACTIVE", "PENDING"]));
  expect((await run(getReceivables, {}, { actor })).items.length).toBeGreaterThan(3);
  const { items } = await run(listBalances, { limit: 200 }, { actor });
  const sums = new Map<string, bigint>();
  for (const { currency, net } of items) sums.set(currency, (sums.get(currency) ?? 0n) + net.minor);
  expect(sums.size).toBeGreaterThan(5);
  expect([...sums.values()].every((sum) => sum === 0n)).toBe(true);
  const session = await run(
    signIn,
    { email: demo?.email ?? "", password: demo?.password ?? "" },
    {
      actor: visitor(rows[0].id),
    },
  );
  expect(session).toMatchObject({ kind: "STAFF" });

  expect(await seedDemo()).toBeUndefined();
  expect((await database.owner.query("select 1 from tenants")).rowCount).toBe(1);
});
