import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { beginService, endWithSubscription, suspendWithSubscription } from "@/inngest/provisioning/follow";
import { performNewest } from "@/inngest/provisioning/testing";
import { runFunction } from "@/inngest/testing";
import { aClient } from "@/lib/clients/testing";
import { run } from "@/lib/core/operation/run";
import { completeTask } from "@/lib/provisioning/operations/complete-task";
import { failTask } from "@/lib/provisioning/operations/fail-task";
import { getService } from "@/lib/provisioning/operations/get-service";
import { listTasks } from "@/lib/provisioning/operations/list-tasks";
import { retryService } from "@/lib/provisioning/operations/retry-service";
import { aService, aSubscription } from "@/lib/provisioning/testing";
import { listTimeline } from "@/lib/timeline/operations/list-timeline";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

const { owner } = await testDatabase();

beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());

let actor: ReturnType<typeof staff>;
let clientId: string;
let tenantId: string;
beforeEach(async () => {
  tenantId = (await aTenant(owner)).id;
  actor = staff(tenantId);
  clientId = await aClient(tenantId);
});

const asked = (settings: Record<string, unknown> = {}, module = "sandbox") =>
  aService(owner, { tenantId, clientId, module, settings });
const read = (serviceId: string) => run(getService, { serviceId }, { actor });
const facts = async (recordId: string) =>
  (await run(listTimeline, { recordId, sort: "at" }, { actor })).items.map(({ what }) => what);
const openTasks = async () => (await run(listTasks, { status: "OPEN" }, { actor })).items;

async function accounts(): Promise<string[]> {
  const { rows } = await owner.query<{ key: string }>(
    "select key from plugin_values where tenant_id = $1 and key like 'account:%' order by key",
    [tenantId],
  );
  return rows.map(({ key }) => key);
}

async function mails(): Promise<{ subject: string; to_address: string }[]> {
  const { rows } = await owner.query(
    "select subject, to_address from mail_messages where tenant_id = $1 and template = 'service-ready'",
    [tenantId],
  );
  return rows;
}

describe("the sandbox", () => {
  test("succeeds: the service is made, read back, and its client told", async () => {
    const id = await asked();
    const trial = await performNewest(owner, id);

    expect(trial.history.map(({ step }) => step)).toEqual([
      "validate",
      "reserve",
      "create",
      "verify",
      "tell",
    ]);
    const service = await read(id);
    expect(service).toMatchObject({
      status: "ACTIVE",
      hasPassword: true,
      access: { server: "sandbox-1.example.net" },
      lastAction: { kind: "CREATE", status: "SUCCEEDED", step: "tell" },
    });
    expect(await accounts()).toEqual([`account:${service.access.userName}`]);
    expect(await mails()).toHaveLength(1);
    expect(await facts(id)).toEqual(["service_asked", "service_creating", "service_delivered"]);
  });

  test("no state of durable work, no event and no audit row holds the password", async () => {
    const id = await asked();
    const trial = await performNewest(owner, id);
    const { rows } = await owner.query("select secret_id from services where id = $1", [id]);
    expect(rows[0].secret_id).not.toBeNull();
    const texts = [JSON.stringify(trial)];
    for (const table of ["audit_log", "outbox_events", "service_actions", "services", "plugin_values"]) {
      const { rows: found } = await owner.query(
        `select t::text as text from ${table} t where tenant_id = $1`,
        [tenantId],
      );
      texts.push(...found.map(({ text }) => text));
    }
    expect(texts.join(" ")).not.toMatch(/"password"\s*:\s*"/);
  });

  test("is slow: it is asked again until the account is there", async () => {
    const id = await asked({ behaviour: "slow", slowSeconds: 30 });
    const trial = await performNewest(owner, id);
    expect(trial.history.filter(({ step }) => step.startsWith("create")).length).toBeGreaterThan(2);
    expect(await read(id)).toMatchObject({ status: "ACTIVE" });
    expect(await accounts()).toHaveLength(1);
  });

  test("fails once: it is tried again by itself", async () => {
    const id = await asked({ behaviour: "fails_once" });
    const trial = await performNewest(owner, id);
    expect(trial.history.map(({ step }) => step)).toContain("create 2");
    expect(await read(id)).toMatchObject({ status: "ACTIVE" });
    expect(await openTasks()).toEqual([]);
  });

  test("fails for good: it says why, staff get a task, and one press sets it on its way again", async () => {
    const id = await asked({ behaviour: "fails" });
    await performNewest(owner, id);
    const failed = await read(id);
    expect(failed).toMatchObject({
      status: "FAILED",
      lastAction: { status: "FAILED", step: "create", errorKind: "permanent" },
    });
    expect(failed.lastAction?.errorText).toContain("no room");
    expect(await openTasks()).toMatchObject([{ kind: "look_into", serviceId: id }]);
    const { userName } = failed.access;

    await owner.query(`update products set module_settings = '{"behaviour": "succeeds"}' where id = $1`, [
      failed.productId,
    ]);
    await run(retryService, { serviceId: id, version: failed.version }, { actor });
    expect(await openTasks()).toEqual([]);
    const trial = await performNewest(owner, id);

    // From the failed step on: name and password are those that were set aside.
    expect(trial.history.map(({ step }) => step)).toEqual(["validate", "create", "verify", "tell"]);
    expect(await read(id)).toMatchObject({ status: "ACTIVE", access: { userName } });
    expect(await accounts()).toEqual([`account:${userName}`]);
    expect(await facts(id)).toEqual([
      "service_asked",
      "service_creating",
      "service_failed",
      "service_retried",
      "service_delivered",
    ]);
  });

  test("F-18: loses the answer after it created: it is read back, and there is one account", async () => {
    const id = await asked({ behaviour: "loses_answer_after" });
    const trial = await performNewest(owner, id);
    expect(trial.history.map(({ step }) => step)).toContain("create 2");
    expect(await read(id)).toMatchObject({ status: "ACTIVE" });
    expect(await accounts()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  test("F-18: loses the answer before it created: it is read back, found absent, and made", async () => {
    const id = await asked({ behaviour: "loses_answer_before" });
    await performNewest(owner, id);
    expect(await read(id)).toMatchObject({ status: "ACTIVE" });
    expect(await accounts()).toHaveLength(1);
  });

  test("somebody else has the user name: another is set aside, and theirs stays theirs", async () => {
    const id = await asked();
    let taken = "";
    const trial = await performNewest(owner, id, {
      failures: [{ step: "create", when: "before", times: 9 }],
    });
    expect(trial.status).toBe("completed");
    taken = (await read(id)).access.userName ?? "";
    const theirs = {
      userName: taken,
      opId: "another",
      isSuspended: false,
      readyAt: new Date(0),
      server: "x",
    };
    await owner.query(
      `insert into plugin_values (tenant_id, plugin, key, value, updated_at) values ($1, 'sandbox', $2, $3, now())`,
      [tenantId, `account:${taken}`, JSON.stringify({ ...theirs, quotaMegabytes: 0, passwords: 1 })],
    );
    await run(retryService, { serviceId: id, version: (await read(id)).version }, { actor });
    await performNewest(owner, id);

    const service = await read(id);
    expect(service).toMatchObject({ status: "ACTIVE" });
    expect(service.access.userName).not.toBe(taken);
    expect(await accounts()).toHaveLength(2);
  });
});

describe("by hand", () => {
  test("it waits for staff, and goes on with what they delivered", async () => {
    const id = await asked({ instructions: "Rack 4" }, "manual");
    await performNewest(owner, id);
    expect(await read(id)).toMatchObject({ status: "CREATING", lastAction: { status: "WAITING" } });
    const [task] = await openTasks();
    expect(task).toMatchObject({ kind: "carry_out", instructions: "Rack 4", serviceId: id });

    const taskId = task?.id ?? "";
    const done = { taskId, userName: "ada", server: "rack4.example.net", note: "Key 17" };
    expect(await run(completeTask, done, { actor })).toMatchObject({ status: "DONE", note: "Key 17" });
    await performNewest(owner, id);
    expect(await read(id)).toMatchObject({
      status: "ACTIVE",
      access: { userName: "ada", server: "rack4.example.net" },
    });
    expect(await mails()).toHaveLength(1);
    await expect(run(completeTask, done, { actor })).rejects.toMatchObject({
      code: "provisioning.task_closed",
    });
  });

  test("it fails with the reason that staff gave, and staff are asked anew when it is tried again", async () => {
    const id = await asked({}, "manual");
    await performNewest(owner, id);
    const [task] = await openTasks();
    await run(failTask, { taskId: task?.id ?? "", note: "The rack is full." }, { actor });
    await performNewest(owner, id);
    const failed = await read(id);
    expect(failed).toMatchObject({ status: "FAILED", lastAction: { errorText: "The rack is full." } });

    await run(retryService, { serviceId: id, version: failed.version }, { actor });
    await performNewest(owner, id);
    expect(await openTasks()).toMatchObject([{ kind: "carry_out" }]);
  });
});

test("F-03: killed between any two steps, it goes on, and there is one account and one mail", async () => {
  for (const step of ["validate", "reserve", "create", "verify", "tell"]) {
    const id = await asked();
    const before = (await accounts()).length;
    const trial = await performNewest(owner, id, { failures: [{ step, when: "after", times: 2 }] });
    expect(trial.status, step).toBe("completed");
    expect(await read(id), step).toMatchObject({ status: "ACTIVE" });
    expect((await accounts()).length, step).toBe(before + 1);
    const { rows } = await owner.query("select 1 from mail_messages where record_id = $1", [id]);
    expect(rows.length, step).toBe(1);
  }
});

test("a doubled activation makes one service", async () => {
  const activation = await aSubscription(owner, { tenantId, clientId });
  const origin = { tenantId, subject: activation.subscriptionId, actor: { kind: "system", name: "System" } };
  const event = { name: "subscriptions/subscription.activated", data: { ...activation, ...origin } };
  await Promise.all([runFunction(beginService, { event }), runFunction(beginService, { event })]);
  const { rows } = await owner.query("select id from services where tenant_id = $1", [tenantId]);
  expect(rows).toHaveLength(1);
  const { rows: actions } = await owner.query("select id from service_actions where tenant_id = $1", [
    tenantId,
  ]);
  expect(actions).toHaveLength(1);
});

test("what has no module is not delivered", async () => {
  const activation = await aSubscription(owner, { tenantId, clientId, module: null });
  const origin = { tenantId, subject: activation.subscriptionId, actor: { kind: "system", name: "System" } };
  await runFunction(beginService, {
    event: { name: "subscriptions/subscription.activated", data: { ...activation, ...origin } },
  });
  const { rows } = await owner.query("select id from services where tenant_id = $1", [tenantId]);
  expect(rows).toEqual([]);
});

test("a service follows its subscription: suspended, and terminated as soon as what is under way has ended", async () => {
  const id = await asked();
  await performNewest(owner, id);
  const { subscriptionId } = await read(id);
  const origin = { tenantId, subject: subscriptionId, actor: { kind: "system", name: "System" } };
  const data = { subscriptionId, clientId, reason: "non_payment", ...origin };

  await runFunction(suspendWithSubscription, {
    event: { name: "subscriptions/subscription.suspended", data },
  });
  // Ended before the suspension was carried out.
  await runFunction(endWithSubscription, {
    event: { name: "subscriptions/subscription.ended", data: { ...data, reason: "cancelled" } },
  });
  await performNewest(owner, id);
  expect(await read(id)).toMatchObject({ status: "SUSPENDED", lastAction: { kind: "TERMINATE" } });
  await performNewest(owner, id);
  expect(await read(id)).toMatchObject({ status: "TERMINATED", hasPassword: false });
  expect(await accounts()).toEqual([]);
});
