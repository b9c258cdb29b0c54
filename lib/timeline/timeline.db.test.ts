import { expect, test } from "vitest";
import { aClient } from "@/lib/clients/testing";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { inOperation } from "@/lib/ledger/testing";
import { listTimeline } from "@/lib/timeline/operations/list-timeline";
import { tell } from "@/lib/timeline/tell";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

const { owner } = await testDatabase();

const recordId = newId();

async function told(tenantId: string, clientId: string) {
  await inOperation(staff(tenantId), async (context) => {
    const common = { clientId, about: [recordId], data: { number: 7 } };
    await tell(context, { ...common, what: "order_placed", isPublic: true });
    await tell(context, { ...common, what: "order_held", isPublic: false });
  });
}

test("a fact is found from each record that it concerns, by staff and, where public, by the client", async () => {
  const tenant = await aTenant(owner);
  const clientId = await aClient(tenant.id);
  await told(tenant.id, clientId);

  const facts = async (id: string, actor: Actor) =>
    (await run(listTimeline, { recordId: id }, { actor })).items.map(({ what }) => what).sort();
  expect(await facts(recordId, staff(tenant.id))).toEqual(["order_held", "order_placed"]);
  expect(await facts(clientId, staff(tenant.id))).toEqual(["order_held", "order_placed"]);
  expect(await facts(clientId, clientUser(tenant.id, clientId))).toEqual(["order_placed"]);
});

test("strangers find nothing", async () => {
  const tenant = await aTenant(owner);
  const clientId = await aClient(tenant.id);
  await told(tenant.id, clientId);
  const [other, elsewhere] = [await aClient(tenant.id), await aTenant(owner)];

  const actors = [clientUser(tenant.id, other), staff(elsewhere.id)];
  for (const actor of actors) {
    expect((await run(listTimeline, { recordId: clientId }, { actor })).items).toEqual([]);
  }
});
