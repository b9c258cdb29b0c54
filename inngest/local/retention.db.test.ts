import { expect, test } from "vitest";
import { deleteOld } from "@/inngest/local/retention";
import { newClient, runsOf, startApp, target } from "@/tests/contracts/inngest/support";

const server = await target();
const pool = server.local?.engine.pool;
if (!pool) throw new Error("This test looks into the local server's database");

test("ended runs go after their days with all that belongs to them; others stay", async () => {
  const client = newClient(server);
  const fn = client.createFunction(
    { id: "kept", triggers: { event: "kept/asked" } },
    async ({ event, step }) => {
      await step.run("one", () => 1);
      if (event.data.waits) await step.sleep("long", "30d");
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();
  const old = await app.send("kept/asked");
  const recent = await app.send("kept/asked");
  await app.ended(old);
  await app.ended(recent);
  const open = await app.send("kept/asked", { waits: true });
  await pool.query(
    "update durable.runs set ended_at = now() - interval '31 days' where event_id in (select id from durable.events where public_id = $1)",
    [old],
  );
  await pool.query(
    "update durable.events set received_at = now() - interval '31 days' where public_id in ($1, $2)",
    [old, open],
  );

  expect(await deleteOld(pool, 30)).toBe(1);

  expect(await runsOf(server, old)).toEqual([]);
  expect(await runsOf(server, recent)).toHaveLength(1);
  expect(await runsOf(server, open)).toHaveLength(1);
  const { rows } = await pool.query(
    "select count(*)::int as events from durable.events where public_id = $1",
    [old],
  );
  expect(rows).toEqual([{ events: 0 }]);
});
