import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "inngest/node";
import { afterAll, expect, test } from "vitest";
import { aClient } from "@/lib/clients/testing";
import { run } from "@/lib/core/operation/run";
import { completeTask } from "@/lib/provisioning/operations/complete-task";
import { listTasks } from "@/lib/provisioning/operations/list-tasks";
import { aService } from "@/lib/provisioning/testing";
import { pause } from "@/scripts/system/processes";
import { testDatabase } from "@/tests/support/database";
import { freePort, ServerProcess } from "@/tests/support/durable-server";
import { aTenant, staff } from "@/tests/support/tenants";

const { owner, ownerUrl } = await testDatabase();
const port = await freePort();
const keys = {
  INNGEST_SIGNING_KEY: `signkey-test-${randomBytes(32).toString("hex")}`,
  INNGEST_EVENT_KEY: randomBytes(16).toString("hex"),
};
// Before the client is made, which reads them.
Object.assign(process.env, keys, { INNGEST_BASE_URL: `http://127.0.0.1:${port}`, INNGEST_DEV: "0" });
const { inngest } = await import("@/inngest/client");
const { performAction } = await import("@/inngest/provisioning/perform");

const app = createServer(serve({ client: inngest, functions: [performAction] }));
await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
const server = new ServerProcess({
  ...keys,
  DATABASE_URL: ownerUrl,
  INNGEST_SERVE_URL: `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`,
  INNGEST_LOCAL_PORT: String(port),
  INNGEST_LOCAL_BACKOFF_SCALE: "0.001",
});
afterAll(async () => {
  await server.end("SIGTERM");
  app.closeAllConnections();
  app.close();
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(200);
}

test("F-02: every outcome of a module ends through the local server, which is killed again and again: one account and one mail each", {
  timeout: 400_000,
}, async () => {
  const { id: tenantId } = await aTenant(owner);
  const actor = staff(tenantId);
  const clientId = await aClient(tenantId);
  const behaviours = ["succeeds", "slow", "fails_once", "loses_answer_after", "loses_answer_before"];
  for (const behaviour of behaviours)
    await aService(owner, { tenantId, clientId, settings: { behaviour, slowSeconds: 3 } });
  await aService(owner, { tenantId, clientId, settings: { behaviour: "fails" } });
  await aService(owner, { tenantId, clientId, module: "manual" });

  const inStatus = async (status: string) => {
    const { rowCount } = await owner.query(
      "select 1 from services where tenant_id = $1 and status = $2::service_status",
      [tenantId, status],
    );
    return rowCount ?? 0;
  };
  await server.start();
  for (let strike = 0; strike < 3; strike += 1) {
    const { rows } = await owner.query("select count(*)::int as n from service_actions where attempts > 0");
    await until(async () => {
      const now = await owner.query(
        "select count(*)::int as n from service_actions where status <> 'QUEUED'",
      );
      return now.rows[0].n > 0 || rows[0].n > 0;
    });
    await server.end("SIGKILL");
    await server.start();
  }
  await until(
    async () => (await inStatus("ACTIVE")) === behaviours.length && (await inStatus("FAILED")) === 1,
  );

  const { items } = await run(listTasks, { kind: "carry_out" }, { actor });
  await run(completeTask, { taskId: items[0]?.id ?? "", server: "rack4.example.net" }, { actor });
  await until(async () => (await inStatus("ACTIVE")) === behaviours.length + 1);

  const { rows: accounts } = await owner.query(
    "select plugin, count(*)::int as n from plugin_values where tenant_id = $1 and key like 'account:%' group by 1 order by 1",
    [tenantId],
  );
  expect(accounts).toEqual([
    { plugin: "manual", n: 1 },
    { plugin: "sandbox", n: behaviours.length },
  ]);
  const { rows: mails } = await owner.query(
    "select count(*)::int as n, count(distinct record_id)::int as services from mail_messages where tenant_id = $1",
    [tenantId],
  );
  expect(mails).toEqual([{ n: behaviours.length + 1, services: behaviours.length + 1 }]);
});
