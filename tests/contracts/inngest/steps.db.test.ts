import { expect, test } from "vitest";
import { eventually, newClient, startApp, target } from "./support";

const server = await target();

test("steps run once each, in order, and later calls get their results", async () => {
  const client = newClient(server);
  const history: string[] = [];
  const fn = client.createFunction(
    { id: "in-order", triggers: { event: "order/placed" } },
    async ({ event, step }) => {
      const first = await step.run("first", () => {
        history.push("first");
        return { amount: event.data.amount };
      });
      const second = await step.run("second", () => {
        history.push("second");
        return first.amount + 1;
      });
      return { second };
    },
  );
  const app = await startApp(server, client, [fn]);
  expect(await app.sync()).toMatchObject({ status: 200 });

  const runs = await app.ended(await app.send("order/placed", { amount: 41 }));

  expect(runs).toMatchObject([{ status: "Completed", output: { second: 42 } }]);
  expect(history).toEqual(["first", "second"]);
});

test("a function without steps answers at once", async () => {
  const client = newClient(server);
  const fn = client.createFunction(
    { id: "plain", triggers: { event: "plain/asked" } },
    ({ runId, attempt }) => ({
      runId,
      attempt,
    }),
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const [run] = await app.ended(await app.send("plain/asked"));

  expect(run?.output).toEqual({ runId: run?.run_id, attempt: 0 });
});

test("results keep their form: null, nothing, nested values, text with any character", async () => {
  const client = newClient(server);
  const awkward = {
    subject: "zero \u0000",
    half: "half a pair \ud83c",
    text: 'zero \u0000, emoji 🌍, quote " and \u2028',
    list: [1, null, 1.5],
    deep: { a: { b: [] } },
  };
  const fn = client.createFunction(
    { id: "forms", triggers: { event: "forms/asked" } },
    async ({ event, step }) => ({
      event: event.data,
      nothing: await step.run("nothing", () => undefined),
      nil: await step.run("nil", () => null),
      same: await step.run("same", () => awkward),
      long: (await step.run("long", () => "x".repeat(10_000))).length,
    }),
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const [run] = await app.ended(await app.send("forms/asked", awkward));

  expect(run?.output).toEqual({ event: awkward, nothing: null, nil: null, same: awkward, long: 10_000 });
});

test("a step in a loop may repeat its id", async () => {
  const client = newClient(server);
  const fn = client.createFunction({ id: "loop", triggers: { event: "loop/asked" } }, async ({ step }) => {
    const seen = [];
    for (let i = 0; i < 3; i += 1) seen.push(await step.run("again", () => i * 10));
    return seen;
  });
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send("loop/asked")))[0]?.output).toEqual([0, 10, 20]);
});

test("steps side by side run in calls of their own, each once, and all results arrive", async () => {
  const client = newClient(server);
  const effects: string[] = [];
  const fn = client.createFunction(
    { id: "parallel", triggers: { event: "parallel/asked" } },
    async ({ step }) => {
      const note = (name: string) => () => {
        effects.push(name);
        return name;
      };
      const both = await Promise.all([
        step.run("a1", note("a1")).then((a) => step.run("a2", () => note(`${a}-a2`)())),
        step.run("b1", note("b1")).then((b) => step.run("b2", () => note(`${b}-b2`)())),
        step.sleep("nap", "1s").then(() => "rested"),
      ]);
      const last = await step.run("last", note("last"));
      return [...both, last];
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const [run] = await app.ended(await app.send("parallel/asked"));

  expect(run?.output).toEqual(["a1-a2", "b1-b2", "rested", "last"]);
  expect([...effects].sort()).toEqual(["a1", "a1-a2", "b1", "b1-b2", "last"]);
});

test("twenty steps side by side all run once", async () => {
  const client = newClient(server);
  const effects: number[] = [];
  const fn = client.createFunction({ id: "fan", triggers: { event: "fan/asked" } }, async ({ step }) => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        step.run(`part-${i}`, () => {
          effects.push(i);
          return i;
        }),
      ),
    );
    return all.reduce((sum, part) => sum + part, 0);
  });
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send("fan/asked")))[0]?.output).toBe(190);
  expect([...effects].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
});

test("in a race the run goes on with the first, and ends when the others are over too", async () => {
  const client = newClient(server);
  const order: string[] = [];
  const fn = client.createFunction(
    { id: "race", triggers: { event: "race/asked" } },
    async ({ step, group }) => {
      const slow = () => step.sleep("nap", "1s").then(() => step.run("slow", () => void order.push("slow")));
      const winner = await group.parallel({ mode: "race" }, () =>
        Promise.race([step.run("quick", () => "quick"), slow()]),
      );
      return step.run("after", () => {
        order.push("after");
        return `${winner} won`;
      });
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send("race/asked")))[0]?.output).toBe("quick won");
  expect(order[0]).toBe("after");
});

test("a sleep lasts as long as it says, and holds up nobody else", async () => {
  const client = newClient(server);
  const order: string[] = [];
  const fn = client.createFunction(
    { id: "sleeper", triggers: { event: "sleep/asked" } },
    async ({ event, step }) => {
      const before = await step.run("before", () => Date.now());
      if (event.data.until) await step.sleepUntil("until", new Date(before + 1_200));
      else if (event.data.nap) await step.sleep("nap", "1s");
      return step.run("after", () => {
        order.push(event.data.name);
        return Date.now() - before;
      });
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const asked = [
    await app.send("sleep/asked", { name: "until", until: true }),
    await app.send("sleep/asked", { name: "nap", nap: true }),
    await app.send("sleep/asked", { name: "awake" }),
  ];
  const [until, nap] = await Promise.all(asked.map(async (id) => (await app.ended(id))[0]?.output as number));

  expect(until).toBeGreaterThanOrEqual(1_200);
  expect(nap).toBeGreaterThanOrEqual(1_000);
  expect(order[0]).toBe("awake");
});

test("an event sent by a step starts other functions", async () => {
  const client = newClient(server);
  const heard: unknown[] = [];
  const sender = client.createFunction(
    { id: "sender", triggers: { event: "chain/asked" } },
    async ({ step }) => {
      const { ids } = await step.sendEvent("tell", [
        { name: "chain/told", data: { part: 1 } },
        { name: "chain/told", data: { part: 2 } },
      ]);
      return ids.length;
    },
  );
  const listener = client.createFunction(
    { id: "listener", triggers: { event: "chain/told" } },
    ({ event }) => {
      heard.push(event.data.part);
    },
  );
  const app = await startApp(server, client, [sender, listener]);
  await app.sync();

  expect((await app.ended(await app.send("chain/asked")))[0]?.output).toBe(2);
  await eventually(() => heard.length === 2);
  expect(heard.sort()).toEqual([1, 2]);
});

test("state too large for one request is fetched by the app", async () => {
  const client = newClient(server);
  const fn = client.createFunction(
    { id: "large", triggers: { event: "large/asked" } },
    async ({ event, step }) => {
      let total = 0;
      for (let i = 0; i < 4; i += 1) total += (await step.run(`part-${i}`, () => "y".repeat(300_000))).length;
      return { total, name: event.data.name };
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send("large/asked", { name: "big" })))[0]?.output).toEqual({
    total: 1_200_000,
    name: "big",
  });
});
