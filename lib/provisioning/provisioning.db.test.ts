import { beforeEach, expect, test } from "vitest";
import { permissionsOf } from "@/lib/auth/rules/roles";
import { aClient } from "@/lib/clients/testing";
import { newId } from "@/lib/core/ids";
import { systemActor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { claimStep } from "@/lib/provisioning/delivery/claim-step";
import { completeAction } from "@/lib/provisioning/delivery/complete-action";
import { reserveAccount } from "@/lib/provisioning/delivery/reserve-account";
import { changeServicePassword } from "@/lib/provisioning/operations/change-service-password";
import { countServices } from "@/lib/provisioning/operations/count-services";
import { getService } from "@/lib/provisioning/operations/get-service";
import { listActions } from "@/lib/provisioning/operations/list-actions";
import { listServices } from "@/lib/provisioning/operations/list-services";
import { markDelivered } from "@/lib/provisioning/operations/mark-delivered";
import { retryService } from "@/lib/provisioning/operations/retry-service";
import { revealPassword } from "@/lib/provisioning/operations/reveal-password";
import { suspendService } from "@/lib/provisioning/operations/suspend-service";
import { terminateService } from "@/lib/provisioning/operations/terminate-service";
import { aService } from "@/lib/provisioning/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

const { owner } = await testDatabase();

let tenantId: string;
let clientId: string;
let actor: ReturnType<typeof staff>;
beforeEach(async () => {
  tenantId = (await aTenant(owner)).id;
  actor = staff(tenantId);
  clientId = await aClient(tenantId);
});

const read = (serviceId: string) => run(getService, { serviceId }, { actor });

/** A service that is active, without anybody outside. */
async function active(): Promise<string> {
  const serviceId = await aService(owner, { tenantId, clientId });
  const { lastAction } = await read(serviceId);
  const deed = { actionId: lastAction?.id ?? "", round: 1 };
  const system = { actor: systemActor(tenantId) };
  await run(claimStep, { ...deed, step: "validate" }, system);
  await run(reserveAccount, { actionId: deed.actionId }, system);
  await run(completeAction, deed, system);
  return serviceId;
}

test("suspending is asked for, noted with its reason, and set on its way", async () => {
  const serviceId = await active();
  const { version } = await read(serviceId);
  const after = await run(suspendService, { serviceId, version, reason: "Terms of use" }, { actor });
  expect(after).toMatchObject({ status: "ACTIVE", lastAction: { kind: "SUSPEND", status: "QUEUED" } });

  const { rows: events } = await owner.query(
    "select payload from outbox_events where subject = $1 and name = 'provisioning/action.queued' order by sequence desc limit 1",
    [serviceId],
  );
  expect(events[0].payload).toMatchObject({ actionId: after.lastAction?.id, round: 1 });
  const { rows: audits } = await owner.query(
    "select 1 from audit_log where tenant_id = $1 and operation = 'provisioning.service.suspend'",
    [tenantId],
  );
  expect(audits).toHaveLength(1);
  await expect(
    run(terminateService, { serviceId, version, reason: "At once" }, { actor }),
  ).rejects.toMatchObject({ code: "provisioning.service_busy" });
});

test("what the state does not allow is refused, and so is a stale version", async () => {
  const serviceId = await aService(owner, { tenantId, clientId });
  const { version } = await read(serviceId);
  const suspend = (at: number) => run(suspendService, { serviceId, version: at, reason: "x" }, { actor });
  await expect(suspend(version)).rejects.toMatchObject({ code: "provisioning.service_not_ready" });
  await expect(suspend(version + 1)).rejects.toMatchObject({ code: "core.stale_version" });
  const done = await active();
  await expect(
    run(retryService, { serviceId: done, version: (await read(done)).version }, { actor }),
  ).rejects.toMatchObject({ code: "provisioning.nothing_to_retry" });
});

test("what was set up by hand is marked as delivered: the client sees it, and is told once", async () => {
  const serviceId = await aService(owner, { tenantId, clientId });
  const { version } = await read(serviceId);
  const input = { serviceId, version, userName: "ada", server: "web3.example.net", url: "" };
  await run(markDelivered, input, { actor });

  const seen = await run(getService, { serviceId }, { actor: clientUser(tenantId, clientId) });
  expect(seen).toMatchObject({ status: "ACTIVE", access: { userName: "ada", server: "web3.example.net" } });
  const { rows } = await owner.query(
    "select template, to_address, is_sensitive from mail_messages where tenant_id = $1",
    [tenantId],
  );
  expect(rows).toMatchObject([{ template: "service-ready" }]);
});

test("the password is shown to whoever proved who they are, on record, to the client too", async () => {
  const serviceId = await active();
  const person = clientUser(tenantId, clientId);
  const { password } = await run(revealPassword, { serviceId }, { actor: person });
  expect(password).toMatch(/^[A-Za-z2-9]{20}$/);
  expect((await run(revealPassword, { serviceId }, { actor })).password).toBe(password);

  const long = { ...person, authenticatedAt: new Date(Date.now() - 3_600_000) };
  await expect(run(revealPassword, { serviceId }, { actor: long })).rejects.toMatchObject({
    code: "core.fresh_sign_in_needed",
  });
  const acting = { ...person, impersonator: { id: newId(), name: "Grace Hopper" } };
  await expect(run(revealPassword, { serviceId }, { actor: acting })).rejects.toMatchObject({
    code: "core.impersonating",
  });
  const { rows } = await owner.query(
    "select t::text as text from audit_log t where tenant_id = $1 and operation = 'provisioning.service.revealPassword'",
    [tenantId],
  );
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain(password);
});

test("before it is delivered, the client sees no access, and no words of other systems", async () => {
  const serviceId = await aService(owner, { tenantId, clientId });
  await owner.query(`update services set access = '{"userName": "secretly"}' where id = $1`, [serviceId]);
  await owner.query(
    `update service_actions set status = 'FAILED', ended_at = now(), error_kind = 'permanent', error_text = 'inner words' where service_id = $1`,
    [serviceId],
  );
  const person = clientUser(tenantId, clientId);
  const seen = JSON.stringify([
    await run(getService, { serviceId }, { actor: person }),
    await run(listServices, {}, { actor: person }),
    await run(listActions, { serviceId }, { actor: person }),
  ]);
  expect(seen).not.toMatch(/secretly|inner words/);
  await expect(run(revealPassword, { serviceId }, { actor: person })).rejects.toMatchObject({
    code: "provisioning.no_password",
  });
});

test("S-15: another client and another company find nothing", async () => {
  const serviceId = await active();
  const others = [clientUser(tenantId, await aClient(tenantId)), staff((await aTenant(owner)).id)];
  for (const stranger of others) {
    const asks = [
      () => run(getService, { serviceId }, { actor: stranger }),
      () => run(revealPassword, { serviceId }, { actor: stranger }),
      () => run(changeServicePassword, { serviceId, version: 1 }, { actor: stranger }),
    ];
    for (const ask of asks)
      await expect(ask()).rejects.toMatchObject({ code: "provisioning.service_not_found" });
    expect((await run(listServices, {}, { actor: stranger })).items).toEqual([]);
  }
});

test("counts by state, and lists by state and by a part of the name", async () => {
  await active();
  const waiting = await aService(owner, { tenantId, clientId });
  expect(await run(countServices, {}, { actor })).toMatchObject({ ACTIVE: 1n, PENDING: 1n, FAILED: 0n });
  const { items } = await run(listServices, { status: "PENDING" }, { actor });
  expect(items.map(({ id }) => id)).toEqual([waiting]);
  const { hostName } = await read(waiting);
  const found = await run(listServices, { search: hostName?.slice(2, 9) }, { actor });
  expect(found.items.map(({ id }) => id)).toContain(waiting);
  expect((await run(listServices, { search: "100%" }, { actor })).items).toEqual([]);
});

test("who may do what", async () => {
  const may = (role: string) =>
    permissionsOf(role).filter((permission) => permission.startsWith("provisioning."));
  expect(may("support")).not.toContain("provisioning.service.terminate");
  expect(may("support")).toContain("provisioning.task.complete");
  expect(may("billing_contact")).toEqual([
    "provisioning.service.list",
    "provisioning.service.get",
    "provisioning.action.list",
  ]);
  expect(may("technical_contact")).toContain("provisioning.service.revealPassword");
});
