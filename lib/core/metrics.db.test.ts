import { expect, test } from "vitest";
import { GET } from "@/app/api/metrics/route";
import { config } from "@/lib/core/config/load";
import { observeOperation, observeRequest } from "@/lib/core/metrics";
import { testDatabase } from "@/tests/support/database";

const database = await testDatabase();

function ask(authorization?: string): Promise<Response> {
  return GET(
    new Request("http://localhost:3000/api/metrics", { headers: authorization ? { authorization } : {} }),
  );
}

test("metrics are shown to the bearer of the token, and to nobody else", async () => {
  for (const given of [
    undefined,
    "Bearer wrong",
    "Bearer ",
    `Basic ${config().METRICS_TOKEN}`,
    `Bearer ${config().METRICS_TOKEN}x`,
  ]) {
    expect((await ask(given)).status).toBe(401);
  }
  const shown = await ask(`Bearer ${config().METRICS_TOKEN}`);
  expect([shown.status, shown.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
});

test("without a configured token there are no metrics", async () => {
  const settings = config() as Record<string, unknown>;
  const token = settings.METRICS_TOKEN;
  settings.METRICS_TOKEN = undefined;
  const answers = [await ask(), await ask("Bearer undefined"), await ask(`Bearer ${token}`)];
  settings.METRICS_TOKEN = token;
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test("requests, operations, connections and the outbox are counted", async () => {
  observeRequest({ method: "GET", route: "/clients/{clientId}", status: 200, seconds: 0.01 });
  observeOperation({
    operation: "clients.client.get",
    door: "rest",
    refusal: "core.forbidden",
    seconds: 0.01,
  });
  await database.owner.query(
    `insert into outbox_events (id, name, subject, payload, actor, occurred_at)
     values (gen_random_uuid(), 'test/waits', 'x', '{}', '{}', now() - interval '1 minute')`,
  );
  const text = await (await ask(`Bearer ${config().METRICS_TOKEN}`)).text();
  expect(text).toContain(
    'panel1_http_request_duration_seconds_count{method="GET",route="/clients/{clientId}",status="200"} 1',
  );
  expect(text).toContain(
    'panel1_operation_refusals_total{operation="clients.client.get",door="rest",code="core.forbidden"} 1',
  );
  expect(text).toContain('panel1_database_connections{pool="platform",state="waiting"} 0');
  expect(text).toMatch(/^panel1_outbox_unsent 1$/m);
  expect(text).toMatch(/^panel1_outbox_oldest_seconds 6\d/m);
  expect(text).toContain("panel1_process_resident_memory_bytes");
});
