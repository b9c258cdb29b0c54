import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { eventually, newClient, runsOf, startApp, target } from "./support";

const server = await target();

function post(body: unknown, key = server.eventKey): Promise<Response> {
  return fetch(`${server.url}/e/${key}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

test("an event with an id that came before starts nothing", async () => {
  const client = newClient(server);
  const seen: unknown[] = [];
  const name = `repeat/${randomUUID()}`;
  const fn = client.createFunction({ id: "repeat", triggers: { event: name } }, ({ event }) => {
    seen.push([event.id, event.data.nth]);
  });
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const id = randomUUID();
  await Promise.all([1, 1, 1].map((nth) => app.send(name, { nth }, { id })));
  await app.send(name, { nth: 1 }, { id });
  await app.send(name, { nth: 2 }, { id: `${id}-other` });
  await eventually(() => seen.length >= 2);

  expect(seen.sort()).toEqual([
    [id, 1],
    [`${id}-other`, 2],
  ]);
});

test("a request that the SDK repeats is known by its seed", async () => {
  const client = newClient(server);
  const name = `seed/${randomUUID()}`;
  let runs = 0;
  const fn = client.createFunction({ id: "seeded", triggers: { event: name } }, () => {
    runs += 1;
  });
  const last = client.createFunction({ id: "last", triggers: { event: `${name}/last` } }, () => "over");
  const app = await startApp(server, client, [fn, last]);
  await app.sync();

  const seed = `${Date.now()},${Buffer.from(randomUUID().slice(0, 10)).toString("base64")}`;
  const send = () =>
    fetch(`${server.url}/e/${server.eventKey}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-inngest-event-id-seed": seed },
      body: JSON.stringify([
        { name, data: {} },
        { name, data: {} },
      ]),
    });
  expect((await send()).status).toBe(200);
  expect((await send()).status).toBe(200);
  await app.ended(await app.send(`${name}/last`));
  await eventually(() => runs >= 2);

  expect(runs).toBe(2);
});

test("a batch is taken whole, and every event in it starts its runs", async () => {
  const client = newClient(server);
  const name = `batch/${randomUUID()}`;
  const seen: number[] = [];
  const fn = client.createFunction({ id: "batch", triggers: { event: name } }, ({ event }) => {
    seen.push(event.data.n);
  });
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const events = Array.from({ length: 50 }, (_, n) => ({ name, data: { n } }));
  const { ids } = await client.send(events);
  await eventually(() => seen.length >= 50);

  expect(new Set(ids).size).toBe(50);
  expect([...seen].sort((a, b) => a - b)).toEqual(events.map(({ data }) => data.n));
});

test("what is no event is refused, and nothing of its batch is taken", async () => {
  const client = newClient(server);
  const name = `bad/${randomUUID()}`;
  let runs = 0;
  const fn = client.createFunction({ id: "bad", triggers: { event: name } }, () => {
    runs += 1;
  });
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await post([{ name, data: {} }, { data: {} }])).status).toBe(400);
  expect((await post({ name: "", data: {} })).status).toBe(400);
  expect((await post({ name, data: "text" })).status).toBe(400);
  expect((await post({ name: `${name}\u0000`, data: {} })).status).toBe(400);
  expect((await post("{not json")).status).toBe(400);
  expect((await post({ name: "inngest/function.failed", data: {} })).status).toBe(400);
  expect((await post({ name, data: { x: "x".repeat(5 * 1_048_576) } })).status).toBe(413);
  expect((await post({ name, data: {} }, "a-wrong-key")).status).toBe(401);

  await app.ended(await app.send(name));
  expect(runs).toBe(1);
});

test("a trigger's condition decides which events start a run", async () => {
  const client = newClient(server);
  const name = `condition/${randomUUID()}`;
  const seen: unknown[] = [];
  const fn = client.createFunction(
    {
      id: "large-orders",
      triggers: { event: name, if: "event.data.amount > 100 && event.data.currency == 'EUR'" },
    },
    ({ event }) => {
      seen.push(event.data.n);
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  await client.send([
    { name, data: { n: 1, amount: 50, currency: "EUR" } },
    { name, data: { n: 2, amount: 500, currency: "USD" } },
    { name, data: { n: 3 } },
  ]);
  await app.ended(await app.send(name, { n: 4, amount: 101, currency: "EUR" }));

  expect(seen).toEqual([4]);
});

test("a function with several triggers runs for each of them, and once for an event that matches two", async () => {
  const client = newClient(server);
  const name = `several/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "several", triggers: [{ event: `${name}.a` }, { event: `${name}.b` }, { event: `${name}.*` }] },
    ({ event }) => event.name,
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  for (const end of ["a", "b", "c"]) {
    const runs = await app.ended(await app.send(`${name}.${end}`));
    expect(runs.map(({ output }) => output)).toEqual([`${name}.${end}`]);
  }
});

test("a wait ends with the event that matches, and only with that", async () => {
  const client = newClient(server);
  const name = `wait/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "wait", triggers: { event: `${name}/asked` } },
    async ({ event, step }) => {
      await step.run("ready", () => ready.push(event.data.order));
      const paid = await step.waitForEvent("payment", {
        event: `${name}/paid`,
        timeout: "1h",
        match: "data.order",
      });
      return paid?.data.amount ?? "nothing";
    },
  );
  const ready: unknown[] = [];
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const [first, second] = [
    await app.send(`${name}/asked`, { order: 1 }),
    await app.send(`${name}/asked`, { order: 2 }),
  ];
  await eventually(() => ready.length === 2);
  const deliver = () =>
    client.send([
      { name: `${name}/paid`, data: { order: 3, amount: 30 } },
      { name: `${name}/paid`, data: { amount: 99 } },
      { name: `${name}/paid`, data: { order: 2, amount: 20 } },
    ]);
  // The wait begins a moment after the step before it: asked again until it is heard.
  await eventually(async () => {
    await deliver();
    return (await runsOf(server, second))[0]?.status === "Completed";
  });
  expect((await app.ended(second))[0]?.output).toBe(20);
  expect((await runsOf(server, first))[0]?.status).toBe("Running");

  await app.send(`${name}/paid`, { order: 1, amount: 10 });
  expect((await app.ended(first))[0]?.output).toBe(10);
});

test("a wait's condition compares the awaited event with the first one", async () => {
  const client = newClient(server);
  const name = `waitif/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "wait-if", triggers: { event: `${name}/asked` } },
    async ({ step }) => {
      const answer = await step.waitForEvent("answer", {
        event: `${name}/answered`,
        timeout: "1h",
        if: "event.data.user == async.data.user && async.data.ok == true",
      });
      return answer?.data.text;
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const id = await app.send(`${name}/asked`, { user: "u1" });
  await eventually(async () => {
    await client.send([
      { name: `${name}/answered`, data: { user: "u2", ok: true, text: "stranger" } },
      { name: `${name}/answered`, data: { user: "u1", ok: false, text: "no" } },
      { name: `${name}/answered`, data: { user: "u1", ok: true, text: "yes" } },
    ]);
    return (await runsOf(server, id))[0]?.status === "Completed";
  });

  expect((await app.ended(id))[0]?.output).toBe("yes");
});

test("a wait that nobody ends is over after its time, with nothing", async () => {
  const client = newClient(server);
  const name = `timeout/${randomUUID()}`;
  const fn = client.createFunction({ id: "timeout", triggers: { event: name } }, async ({ step }) => ({
    got: await step.waitForEvent("never", { event: `${name}/never`, timeout: "1s" }),
  }));
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send(name)))[0]?.output).toEqual({ got: null });
});

test("an event cancels the runs that it matches, whatever they are doing", async () => {
  const client = newClient(server);
  const name = `cancel/${randomUUID()}`;
  const steps: string[] = [];
  const fn = client.createFunction(
    { id: "cancel", cancelOn: [{ event: `${name}/stop`, match: "data.order" }], triggers: { event: name } },
    async ({ event, step }) => {
      await step.run("begin", () => {
        steps.push(`begin ${event.data.order}`);
      });
      await step.sleep("long", event.data.order === 1 ? "1h" : "1s");
      await step.run("end", () => {
        steps.push(`end ${event.data.order}`);
      });
    },
  );
  const heard: unknown[] = [];
  const watcher = client.createFunction(
    {
      id: "watcher",
      triggers: {
        event: "inngest/function.cancelled",
        if: `event.data.function_id == "${client.id}-cancel"`,
      },
    },
    ({ event }) => {
      heard.push(event.data.run_id);
    },
  );
  const app = await startApp(server, client, [fn, watcher]);
  await app.sync();

  const [one, two] = [await app.send(name, { order: 1 }), await app.send(name, { order: 2 })];
  await eventually(() => steps.length >= 2);
  await app.send(`${name}/stop`, { order: 1 });

  const [cancelled] = await app.ended(one);
  expect(cancelled?.status).toBe("Cancelled");
  expect((await app.ended(two))[0]?.status).toBe("Completed");
  await eventually(() => heard.length > 0);
  expect(heard).toEqual([cancelled?.run_id]);
  expect(steps.sort()).toEqual(["begin 1", "begin 2", "end 2"]);
});

test("a function with an idempotency key runs once for each value", async () => {
  const client = newClient(server);
  const name = `once/${randomUUID()}`;
  const seen: unknown[] = [];
  const fn = client.createFunction(
    { id: "once", idempotency: "event.data.cart", triggers: { event: name } },
    ({ event }) => {
      seen.push(event.data.cart);
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  await client.send(["a", "b", "a", "a"].map((cart) => ({ name, data: { cart } })));
  await app.send(name, { cart: "b" });
  await app.ended(await app.send(name, { cart: "c" }));
  await eventually(() => seen.length >= 3);

  expect(seen.sort()).toEqual(["a", "b", "c"]);
});
