import { NonRetriableError } from "inngest";
import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { inngest, onEvent } from "@/inngest/client";
import { runFunction } from "@/inngest/testing";

// What the log needs to know.
beforeAll(() => {
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.stubEnv("DATABASE_URL", "postgresql://localhost/none");
  vi.stubEnv("AUTH_SECRET", "s".repeat(40));
  vi.stubEnv("ENCRYPTION_KEYS", `k1:${"A".repeat(43)}`);
});

const renewed = { eventName: "test/renewed", schema: z.object({ serviceId: z.string() }) };

test("a function of a tenant gets tenant, actor, subject and payload of the event", async () => {
  const fn = onEvent({ id: "hears", event: renewed }, async ({ tenantId, actor, subject, payload, step }) =>
    step.run("note", () => ({ tenantId, actor: actor.name, subject, payload })),
  );
  const data = { tenantId: "t-1", subject: "s-1", actor: { kind: "system", name: "System" }, serviceId: "x" };

  const trial = await runFunction(fn, { event: { name: "test/renewed", data } });

  expect(trial).toMatchObject({
    status: "completed",
    output: { tenantId: "t-1", actor: "System", subject: "s-1", payload: { serviceId: "x" } },
  });
});

test("an event without tenant fails at once and is not tried again", async () => {
  const fn = onEvent({ id: "strict", event: renewed }, async () => "never");

  const trial = await runFunction(fn, { event: { name: "test/renewed", data: { serviceId: "x" } } });

  expect(trial).toMatchObject({ status: "failed", output: { name: "NonRetriableError" } });
});

test("the clock moves with sleeps and waits, and nothing really sleeps", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const fn = inngest.createFunction({ id: "clock", triggers: { event: "test/clock" } }, async ({ step }) => {
    const start = await step.run("start", () => Date.now());
    await step.sleep("month", "30d");
    const paid = await step.waitForEvent("paid", { event: "test/paid", timeout: "2d" });
    const heard = await step.waitForEvent("heard", { event: "test/heard", timeout: "2d" });
    const end = await step.run("end", () => Date.now());
    return { days: (end - start) / 86_400_000, paid, heard: heard?.data.n };
  });

  const trial = await runFunction(fn, {
    event: { name: "test/clock" },
    now: new Date("2026-01-31T00:00:00Z"),
    onClock: (now) => vi.setSystemTime(now),
    arriving: [{ name: "test/heard", data: { n: 5 } }],
  });
  vi.useRealTimers();

  expect(trial.output).toEqual({ days: 32, paid: null, heard: 5 });
  expect(trial.now.toISOString()).toBe("2026-03-04T00:00:00.000Z");
});

test("F-03: a step whose acknowledgement is lost runs again", async () => {
  let effects = 0;
  const fn = inngest.createFunction({ id: "lost", triggers: { event: "test/lost" } }, async ({ step }) =>
    step.run("charge", () => {
      effects += 1;
      return "charged";
    }),
  );

  const trial = await runFunction(fn, {
    event: { name: "test/lost" },
    failures: [{ step: "charge", when: "after", times: 2 }],
  });

  expect(effects).toBe(3);
  expect(trial.history.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
    [0, "lost"],
    [0, "lost"],
    [0, "done"],
  ]);
});

test("chosen failures use up attempts, and a step that has none left throws in the function", async () => {
  const fn = inngest.createFunction(
    { id: "fails", retries: 1, triggers: { event: "test/fails" } },
    async ({ step }) => {
      const first = await step.run("first", () => "fine");
      const second = await step.run("second", () => "never").catch(() => "gave up");
      await step.run("third", () => {
        throw new NonRetriableError("stop");
      });
      return [first, second];
    },
  );

  const trial = await runFunction(fn, {
    event: { name: "test/fails" },
    failures: [
      { step: "first", when: "before" },
      { step: "second", when: "before", times: 2 },
    ],
  });

  expect(trial).toMatchObject({ status: "failed", output: { message: "stop" } });
  expect(trial.history.map(({ step, attempt, outcome }) => `${step} ${attempt} ${outcome}`)).toEqual([
    "first 0 failed",
    "first 1 done",
    "second 0 failed",
    "second 1 failed",
    "third 0 failed",
  ]);
});
