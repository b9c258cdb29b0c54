import type { InngestFunction } from "inngest";
import { expect, test } from "vitest";
import { newClient, startApp, target } from "@/tests/contracts/inngest/support";

const server = await target();
const triggers = { event: "some/thing" };

async function refusal(make: (client: ReturnType<typeof newClient>) => InngestFunction.Any): Promise<string> {
  const client = newClient(server);
  const app = await startApp(server, client, [make(client)]);
  const { status, message } = await app.sync();
  expect(status).toBe(400);
  return message;
}

const batchEvents = { maxSize: 10, timeout: "5s" };
const cancelOn = [{ event: "some/stop" }];
const refused: [string, Record<string, unknown>, string][] = [
  ["a throttle of less than a second", { throttle: { limit: 1, period: "500ms" } }, "throttle.period"],
  ["a throttle of more than a week", { throttle: { limit: 1, period: "8d" } }, "throttle.period"],
  ["a throttle of nothing", { throttle: { limit: 0, period: "1s" } }, "throttle.limit"],
  ["a rate limit of more than a day", { rateLimit: { limit: 1, period: "25h" } }, "rateLimit.period"],
  ["a debounce of no time", { debounce: { period: "0s" } }, "debounce.period"],
  ["a debounce by an odd key", { debounce: { period: "1s", key: "event.data +" } }, "debounce.key"],
  ["a priority beyond the language", { priority: { run: "event.data.n * 10" } }, "priority.run"],
  ["a batch of one", { batchEvents: { maxSize: 1, timeout: "5s" } }, "batchEvents.maxSize"],
  ["a batch of long ago", { batchEvents: { maxSize: 2, timeout: "1h" } }, "batchEvents.timeout"],
  ["a singleton of its own kind", { singleton: { mode: "queue" } }, "singleton.mode"],
  ["batching with idempotency", { batchEvents, idempotency: "event.data.id" }, "idempotency"],
  ["batching with a rate limit", { batchEvents, rateLimit: { limit: 1, period: "1s" } }, "rateLimit"],
  ["batching with debounce", { batchEvents, debounce: { period: "1s" } }, "debounce"],
  ["batching with priority", { batchEvents, priority: { run: "1" } }, "priority"],
  ["batching as a singleton", { batchEvents, singleton: { mode: "skip" } }, "singleton"],
  ["batching with cancellation", { batchEvents, cancelOn }, "cancelOn"],
  ["more than five cancellations", { cancelOn: Array.from({ length: 6 }, () => cancelOn[0]) }, "cancel"],
  ["an unknown setting", { timeouts: { middle: "1s" } }, "middle"],
];

test.each(refused)("%s is refused at registration, by function and feature", async (_, options, feature) => {
  const message = await refusal((client) =>
    client.createFunction({ id: "asks-for", triggers, ...options }, () => {}),
  );

  expect(message).toContain("asks-for");
  expect(message).toContain(feature);
});

test("expressions and schedules beyond what is supported are refused at registration", async () => {
  const withTrigger = (trigger: object) => (client: ReturnType<typeof newClient>) =>
    client.createFunction({ id: "asks-for", triggers: trigger as typeof triggers }, () => {});

  expect(await refusal(withTrigger({ event: "a", if: "event.data.list.exists(x, x > 1)" }))).toContain(
    "exists",
  );
  expect(await refusal(withTrigger({ event: "a", if: "steps.x == 1" }))).toContain("steps");
  expect(await refusal(withTrigger({ cron: "0 0 0 1 1 *" }))).toContain("five fields");
  expect(await refusal(withTrigger({ cron: "TZ=Mars/Olympus 0 0 * * *" }))).toContain("not understood");
  expect(await refusal(withTrigger({ cron: "0 0 * * *", jitter: "soon" }))).toContain("jitter");
  expect(
    await refusal((client) =>
      client.createFunction(
        { id: "asks-for", triggers, concurrency: { limit: 1, key: "event.data.x +" } },
        () => {},
      ),
    ),
  ).toContain("expression");
});

test("one function that is not supported refuses the whole registration: the one before stays in force", async () => {
  const client = newClient(server);
  const good = client.createFunction({ id: "good", triggers: { event: "keep/asked" } }, () => "still here");
  const app = await startApp(server, client, [good]);
  expect((await app.sync()).status).toBe(200);

  const bad = client.createFunction({ id: "bad", triggers, debounce: { period: "0s" } }, () => {});
  const next = await startApp(server, client, [bad]);
  expect((await next.sync()).status).toBe(400);

  expect((await app.ended(await app.send("keep/asked")))[0]?.output).toBe("still here");
});

test("a registration with the wrong key is refused", async () => {
  const client = newClient({ ...server, signingKey: `signkey-test-${"ab".repeat(32)}` });
  const app = await startApp(server, client, [client.createFunction({ id: "stranger", triggers }, () => {})]);

  expect((await app.sync()).message).toContain("Unauthorized");
});

test("a step that is not supported fails its run by name", async () => {
  const client = newClient(server);
  const fn = client.createFunction(
    { id: "signal", triggers: { event: "signal/asked" } },
    async ({ step }) => {
      await step.waitForSignal("wait", { signal: "x", timeout: "1h", onConflict: "fail" });
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const [run] = await app.ended(await app.send("signal/asked"));

  expect(run).toMatchObject({
    status: "Failed",
    output: { message: expect.stringContaining("WaitForSignal") },
  });
});
