import { expect, test } from "vitest";
import { config } from "@/lib/core/config/load";
import { newId } from "@/lib/core/ids";
import { run } from "@/lib/core/operation/run";
import { cancelRuns } from "@/lib/durable/operations/cancel-runs";
import { getQueue } from "@/lib/durable/operations/get-queue";
import { getRun } from "@/lib/durable/operations/get-run";
import { listFunctions } from "@/lib/durable/operations/list-functions";
import { listRuns } from "@/lib/durable/operations/list-runs";
import { repeatRun } from "@/lib/durable/operations/repeat-run";
import { retryRun } from "@/lib/durable/operations/retry-run";
import { retryRuns } from "@/lib/durable/operations/retry-runs";
import { aFunction, aRun } from "@/lib/durable/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

const database = await testDatabase();
const functionId = await aFunction(database.owner);
const readOnly = ["durable.run.list", "durable.run.get", "durable.queue.get", "durable.function.list"];

test("runs of no company are the owner's where there is one company, and nobody's where there are two", async () => {
  const tenant = await aTenant(database.owner);
  const [mine, nobodys] = [
    await aRun(database.owner, { tenantId: tenant.id, functionId }),
    await aRun(database.owner, { tenantId: null, functionId }),
  ];
  const ids = async (permissions?: readonly string[]) => {
    const { items } = await run(listRuns, {}, { actor: staff(tenant.id, permissions) });
    return items.map(({ id }) => id);
  };
  expect(await ids()).toEqual([nobodys, mine]);
  expect(await ids(readOnly)).toEqual([mine]);
  const read = (permissions?: readonly string[]) =>
    run(getRun, { runId: nobodys }, { actor: staff(tenant.id, permissions) });
  expect(await read()).toMatchObject({ id: nobodys, isOfInstallation: true });
  await expect(read(readOnly)).rejects.toMatchObject({ code: "durable.run_not_found" });
  expect((await run(getQueue, {}, { actor: staff(tenant.id) })).failed).toBe(2n);

  await aTenant(database.owner);
  expect(await ids()).toEqual([mine]);
  await expect(read()).rejects.toMatchObject({ code: "durable.run_not_found" });
  expect((await run(getQueue, {}, { actor: staff(tenant.id) })).failed).toBe(1n);
});

test("S-15: the staff of another company finds no run, and changes none", async () => {
  const [ours, theirs] = [await aTenant(database.owner), await aTenant(database.owner)];
  const runId = await aRun(database.owner, { tenantId: ours.id, functionId });
  const actor = staff(theirs.id);

  expect((await run(listRuns, {}, { actor })).items).toEqual([]);
  for (const operation of [getRun, retryRun, repeatRun] as const) {
    await expect(run(operation, { runId }, { actor })).rejects.toMatchObject({
      kind: "not_found",
      code: "durable.run_not_found",
    });
  }
  for (const operation of [retryRuns, cancelRuns]) {
    expect(await run(operation, { runIds: [runId] }, { actor })).toEqual({
      done: 0n,
      refused: [{ code: "durable.run_not_found", count: 1n }],
    });
  }
  const { items } = await run(listFunctions, {}, { actor });
  expect(items.find(({ id }) => id === functionId)).toMatchObject({ failed: 0n, recent: 0n, lastAt: null });

  const [row] = (await database.owner.query("select status from durable.runs where id = $1", [runId])).rows;
  expect(row).toEqual({ status: "failed" });
});

test("the database itself shows no row of another company, and none to a client's person", async () => {
  const tenant = await aTenant(database.owner);
  const runId = await aRun(database.owner, { tenantId: tenant.id, functionId });
  const asRole = async (tenantId: string, clientId: string) => {
    const client = await database.owner.connect();
    try {
      await client.query("begin; set local role panel1_app");
      await client.query(
        "select set_config('app.tenant_id', $1, true), set_config('app.client_id', $2, true)",
        [tenantId, clientId],
      );
      const seen = await client.query("select id from durable.runs where id = $1", [runId]);
      const events = await client.query("select count(*)::int as n from durable.events");
      const { rows } = await client.query("select durable.retry_run($1) as answer", [runId]);
      return { runs: seen.rowCount, events: events.rows[0].n, answer: rows[0].answer };
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
  const nothing = { runs: 0, events: 0, answer: "not_found" };
  expect(await asRole((await aTenant(database.owner)).id, "")).toEqual(nothing);
  expect(await asRole(tenant.id, newId())).toEqual(nothing);
  expect(await asRole("", "")).toEqual(nothing);
  expect(await asRole(tenant.id, "")).toMatchObject({ runs: 1, events: 1, answer: "done" });

  const person = clientUser(tenant.id, newId());
  await expect(run(listRuns, {}, { actor: person })).rejects.toMatchObject({ kind: "forbidden" });
});

test("the application's role writes to durable work through the narrow functions only", async () => {
  const { rows } = await database.owner.query(`
    select c.relname || ' ' || privilege as found
    from pg_class c join pg_namespace n on n.oid = c.relnamespace,
      unnest(array['insert', 'update', 'delete', 'truncate']) as privilege
    where n.nspname in ('durable', 'durable_queue') and c.relkind = 'r'
      and has_table_privilege('panel1_app', c.oid, privilege)`);
  expect(rows).toEqual([]);
  const functions = await database.owner.query(`
    select p.proname as name, p.prosecdef as definer, p.proconfig as settings,
      has_function_privilege('public', p.oid, 'execute') as public
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'durable'`);
  expect(functions.rows.length).toBeGreaterThan(5);
  for (const { name, definer, settings, public: isPublic } of functions.rows) {
    expect(isPublic, name).toBe(false);
    if (definer) expect(settings?.join(), name).toMatch(/^search_path=(public|durable), pg_temp$/);
  }
});

test("where durable work runs on another server, its runs are refused plainly", async () => {
  const actor = staff((await aTenant(database.owner)).id);
  const settings = config() as Record<string, unknown>;
  settings.INNGEST_BASE_URL = "http://inngest:8288";
  try {
    expect(await run(getQueue, {}, { actor })).toMatchObject({
      place: "elsewhere",
      dashboardUrl: "http://inngest:8288",
    });
    await expect(run(listRuns, {}, { actor })).rejects.toMatchObject({ code: "durable.runs_elsewhere" });
    await expect(run(retryRuns, { runIds: [newId()] }, { actor })).rejects.toMatchObject({
      code: "durable.runs_elsewhere",
    });
  } finally {
    settings.INNGEST_BASE_URL = undefined;
  }
});
