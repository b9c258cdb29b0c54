import { NonRetriableError, RetryAfterError } from "inngest";
import { expect, test } from "vitest";
import { eventually, newClient, startApp, target } from "./support";

const server = await target();

test("a failing step is tried again with rising attempt numbers until it succeeds", async () => {
  const client = newClient(server);
  const attempts: number[] = [];
  const fn = client.createFunction(
    { id: "flaky", retries: 3, triggers: { event: "flaky/asked" } },
    async ({ step, attempt }) => {
      const before = await step.run("before", () => "kept");
      const result = await step.run("flaky", () => {
        attempts.push(attempt);
        if (attempts.length < 3) throw new Error("not yet");
        return "done";
      });
      const after = await step.run("after", () => attempt);
      return { before, result, after };
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const [run] = await app.ended(await app.send("flaky/asked"));

  expect(run?.output).toEqual({ before: "kept", result: "done", after: 0 });
  expect(attempts).toEqual([0, 1, 2]);
});

test("a step that used up its attempts throws in the function, which may catch it", async () => {
  const client = newClient(server);
  let tries = 0;
  const fn = client.createFunction(
    { id: "caught", retries: 1, triggers: { event: "caught/asked" } },
    async ({ step }) => {
      try {
        await step.run("broken", () => {
          tries += 1;
          throw new TypeError("broken for good");
        });
        return "never";
      } catch (error) {
        const { message } = error as Error;
        return step.run("instead", () => `instead of: ${message}`);
      }
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const [run] = await app.ended(await app.send("caught/asked"));

  expect(run).toMatchObject({ status: "Completed", output: "instead of: broken for good" });
  expect(tries).toBe(2);
});

test("a function that throws outside of steps is tried again as a whole, its steps are not", async () => {
  const client = newClient(server);
  const history: string[] = [];
  const fn = client.createFunction(
    { id: "whole", retries: 2, triggers: { event: "whole/asked" } },
    async ({ step, attempt }) => {
      await step.run("once", () => {
        history.push("once");
      });
      history.push(`attempt ${attempt}`);
      if (attempt < 2) throw new Error("again, please");
      return "at last";
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send("whole/asked")))[0]?.output).toBe("at last");
  expect(history).toEqual(["once", "attempt 0", "attempt 1", "attempt 2"]);
});

test("an error that says so is not tried again, in a step and in the function", async () => {
  const client = newClient(server);
  const tries = { step: 0, whole: 0 };
  const inStep = client.createFunction(
    { id: "final-step", retries: 5, triggers: { event: "final/asked" } },
    ({ step }) =>
      step.run("final", () => {
        tries.step += 1;
        throw new NonRetriableError("no use in a step");
      }),
  );
  const inFunction = client.createFunction(
    { id: "final-function", retries: 5, triggers: { event: "final/asked" } },
    () => {
      tries.whole += 1;
      throw new NonRetriableError("no use at all");
    },
  );
  const app = await startApp(server, client, [inStep, inFunction]);
  await app.sync();

  const runs = await app.ended(await app.send("final/asked"), 2);

  expect(runs.map(({ status }) => status)).toEqual(["Failed", "Failed"]);
  expect(JSON.stringify(runs)).toContain("no use in a step");
  expect(JSON.stringify(runs)).toContain("no use at all");
  expect(tries).toEqual({ step: 1, whole: 1 });
});

test("an error may say when to try again", async () => {
  const client = newClient(server);
  const times: number[] = [];
  const fn = client.createFunction(
    { id: "later", retries: 1, triggers: { event: "later/asked" } },
    ({ step }) =>
      step.run("later", () => {
        times.push(Date.now());
        if (times.length === 1) throw new RetryAfterError("busy", 2_000);
        return "then";
      }),
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send("later/asked")))[0]?.output).toBe("then");
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1_900);
});

test("a failed run is handed to its failure handler with event and error, and announced", async () => {
  const client = newClient(server);
  const handled: unknown[] = [];
  const announced: unknown[] = [];
  const fn = client.createFunction(
    {
      id: "doomed",
      retries: 0,
      triggers: { event: "doomed/asked" },
      onFailure: ({ event, error, runId }) => {
        handled.push({
          name: event.name,
          of: event.data.run_id,
          original: event.data.event.data,
          message: error.message,
          isOther: runId !== event.data.run_id,
        });
      },
    },
    () => {
      throw new RangeError("out of range");
    },
  );
  const watcher = client.createFunction(
    {
      id: "watcher",
      triggers: { event: "inngest/function.failed", if: `event.data.function_id == "${client.id}-doomed"` },
    },
    ({ event }) => {
      announced.push(event.data.function_id);
    },
  );
  const app = await startApp(server, client, [fn, watcher]);
  await app.sync();

  const [run] = await app.ended(await app.send("doomed/asked", { order: 7 }));
  await eventually(() => handled.length === 1 && announced.length === 1);

  expect(run?.status).toBe("Failed");
  expect(handled).toEqual([
    {
      name: "inngest/function.failed",
      of: run?.run_id,
      original: { order: 7 },
      message: "out of range",
      isOther: true,
    },
  ]);
  expect(announced).toEqual([`${client.id}-doomed`]);
});

test("a failure handler that fails announces nothing further", async () => {
  const client = newClient(server);
  let handled = 0;
  const fn = client.createFunction(
    {
      id: "twice-doomed",
      retries: 0,
      triggers: { event: "twice/asked" },
      onFailure: () => {
        handled += 1;
        throw new NonRetriableError("the handler fails too");
      },
    },
    () => {
      throw new NonRetriableError("fails");
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const id = await app.send("twice/asked");
  await app.ended(id);
  await eventually(() => handled === 1);
  await app.ended(await app.send("twice/asked"));
  await eventually(() => handled === 2);
});

test("F-46: a step that always throws ends as failed with word of it, and others go on meanwhile", async () => {
  const client = newClient(server);
  const failed: string[] = [];
  const fn = client.createFunction(
    {
      id: "mixed",
      retries: 4,
      concurrency: 2,
      triggers: { event: "mixed/asked" },
      onFailure: ({ event }) => {
        failed.push(event.data.run_id);
      },
    },
    async ({ event, step }) =>
      step.run("work", () => {
        if (event.data.poison) throw new Error("poison");
        return "fine";
      }),
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const poison = await app.send("mixed/asked", { poison: true });
  const others = await Promise.all(Array.from({ length: 10 }, () => app.send("mixed/asked")));

  for (const id of others) expect((await app.ended(id))[0]?.output).toBe("fine");
  const [run] = await app.ended(poison);
  expect(run?.status).toBe("Failed");
  await eventually(() => failed.length === 1);
  expect(failed).toEqual([run?.run_id]);
});

test("one failing step beside others leaves their results in place", async () => {
  const client = newClient(server);
  const effects: string[] = [];
  const fn = client.createFunction(
    { id: "beside", retries: 2, triggers: { event: "beside/asked" } },
    async ({ step, attempt }) => {
      const results = await Promise.allSettled([
        step.run("good", () => {
          effects.push("good");
          return "good";
        }),
        step.run("bad", () => {
          effects.push(`bad ${attempt}`);
          throw new Error("bad");
        }),
      ]);
      return results.map(({ status }) => status);
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send("beside/asked")))[0]?.output).toEqual(["fulfilled", "rejected"]);
  expect([...effects].sort()).toEqual(["bad 0", "bad 1", "bad 2", "good"]);
});
