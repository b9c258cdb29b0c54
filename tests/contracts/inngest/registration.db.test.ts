import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type App, eventually, newClient, startApp, target } from "./support";

const server = await target();

/** As after a deploy: another process on the same address, with other functions. */
async function redeploy(app: App, functions: Parameters<typeof startApp>[2]): Promise<App> {
  await app.stop();
  return startApp(server, app.client, functions, Number(new URL(app.url).port));
}

test("after a deploy new functions run, changed ones run as they are now, and removed ones no more", async () => {
  const client = newClient(server);
  const name = `deploy/${randomUUID()}`;
  const make = (id: string, answer: string, event = name) =>
    client.createFunction({ id, triggers: { event } }, () => answer);
  const before = await startApp(server, client, [make("kept", "old"), make("removed", "old")]);
  expect((await before.sync()).status).toBe(200);
  const first = await before.ended(await before.send(name), 2);
  expect(first.map(({ output }) => output)).toEqual(["old", "old"]);

  const after = await redeploy(before, [
    make("kept", "new"),
    make("added", "new"),
    make("moved", "moved", `${name}/2`),
  ]);
  expect((await after.sync()).status).toBe(200);

  const second = await after.ended(await after.send(name), 2);
  expect(
    second.map(({ function_id, output }) => [function_id.replace(`${client.id}-`, ""), output]).sort(),
  ).toEqual([
    ["added", "new"],
    ["kept", "new"],
  ]);
  expect((await after.ended(await after.send(`${name}/2`)))[0]?.output).toBe("moved");
});

test("a run under way goes on with the function as deployed now, and keeps its finished steps", async () => {
  const client = newClient(server);
  const name = `midway/${randomUUID()}`;
  const history: string[] = [];
  let isKept = false;
  const make = (version: string) =>
    client.createFunction({ id: "midway", triggers: { event: name } }, async ({ step }) => {
      const first = await step.run("first", () => {
        history.push(`first ${version}`);
        return version;
      });
      isKept = true;
      await step.sleep("nap", "2s");
      return step.run("last", () => `${first}, then ${version}`);
    });
  const before = await startApp(server, client, [make("v1")]);
  await before.sync();
  const id = await before.send(name);
  await eventually(() => isKept);

  const after = await redeploy(before, [make("v2")]);
  await after.sync();

  expect((await after.ended(id))[0]?.output).toBe("v1, then v2");
  expect(history).toEqual(["first v1"]);
});

test("an app that is away for a while loses nothing", async () => {
  const client = newClient(server);
  const name = `away/${randomUUID()}`;
  const fn = client.createFunction({ id: "away", retries: 0, triggers: { event: name } }, () => "made it");
  const before = await startApp(server, client, [fn]);
  await before.sync();
  await before.stop();
  const ids = await Promise.all([before.send(name), before.send(name)]);

  const after = await redeploy(before, [fn]);

  for (const id of ids) expect((await after.ended(id))[0]?.output).toBe("made it");
});

test("a deploy that raises a concurrency limit holds for the runs that wait already", async () => {
  const client = newClient(server);
  const name = `raise/${randomUUID()}`;
  const inside = new Set<number>();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const make = (concurrency: number) =>
    client.createFunction(
      { id: "raised", concurrency, triggers: { event: name } },
      async ({ event, step }) => {
        await step.run("inside", async () => {
          inside.add(event.data.n);
          if (event.data.n > 0) await held;
        });
      },
    );
  const app = await startApp(server, client, [make(1)]);
  await app.sync();
  const ids = [await app.send(name, { n: 1 })];
  await eventually(() => inside.has(1));
  for (const n of [2, 3]) ids.push(await app.send(name, { n }));

  // The process before the deploy still answers the call under way; the one after it registers.
  const after = await startApp(server, client, [make(4)]);
  expect((await after.sync()).status).toBe(200);
  ids.push(await after.send(name, { n: 0 }));
  await eventually(() => inside.size === 4);
  release();

  for (const id of ids) expect((await after.ended(id))[0]?.status).toBe("Completed");
});
