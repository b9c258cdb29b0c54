import { expect, test } from "vitest";
import { metricsText } from "@/lib/core/metrics";
import { aFunction, aRun } from "@/lib/durable/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant } from "@/tests/support/tenants";

const database = await testDatabase();

async function metric(name: string): Promise<number> {
  const { text } = await metricsText();
  const line = text.split("\n").find((candidate) => candidate.startsWith(`${name} `));
  return Number(line?.split(" ")[1] ?? Number.NaN);
}

test("metrics show what durable work has to do, since when, and what it has done", async () => {
  expect(await metric("panel1_durable_oldest_due_seconds")).toBe(0);
  expect(await metric('panel1_durable_runs_ended_total{state="completed"}')).toBe(0);

  const { id: tenantId } = await aTenant(database.owner);
  const functionId = await aFunction(database.owner);
  const one = (status: "queued" | "running") => aRun(database.owner, { tenantId, functionId, status });
  const runs = [await one("queued"), await one("running"), await one("running")];
  await database.owner.query(
    `insert into durable.calls (run_id, state, due_at) values
       ($1, 'queued', now() - interval '1 minute'), ($2, 'queued', now() + interval '1 hour'), ($3, 'running', now())`,
    runs,
  );
  await database.owner.query("update durable.runs set steps_done = 5 where id = $1", [runs[1]]);

  expect(await metric("panel1_durable_oldest_due_seconds")).toBeGreaterThanOrEqual(60);
  expect(await metric('panel1_durable_calls{state="queued"}')).toBe(1);
  expect(await metric('panel1_durable_calls{state="delayed"}')).toBe(1);
  expect(await metric('panel1_durable_calls{state="running"}')).toBe(1);
  expect(await metric('panel1_durable_runs_open{state="queued"}')).toBe(1);
  expect(await metric('panel1_durable_runs_open{state="running"}')).toBe(2);
  expect(await metric("panel1_durable_steps_total")).toBe(5);
});

test("ends are counted once each, and steps stay counted when a run goes on and when it is deleted", async () => {
  const before = await metric("panel1_durable_steps_total");
  const { id: tenantId } = await aTenant(database.owner);
  const id = await aRun(database.owner, { tenantId, status: "running" });
  const end = (status: string, steps: number) =>
    database.owner.query(
      "update durable.runs set status = $2, steps_done = $3, ended_at = now() where id = $1",
      [id, status, steps],
    );
  await end("failed", 3);
  expect(await metric('panel1_durable_runs_ended_total{state="failed"}')).toBe(1);
  expect(await metric("panel1_durable_steps_total")).toBe(before + 3);

  await database.owner.query("update durable.runs set status = 'queued', ended_at = null where id = $1", [
    id,
  ]);
  expect(await metric("panel1_durable_steps_total")).toBe(before + 3);
  await end("completed", 4);
  await database.owner.query("delete from durable.runs where id = $1", [id]);
  expect(await metric('panel1_durable_runs_ended_total{state="completed"}')).toBe(1);
  expect(await metric('panel1_durable_runs_ended_total{state="failed"}')).toBe(1);
  expect(await metric("panel1_durable_steps_total")).toBe(before + 4);
});
