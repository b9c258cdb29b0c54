import { randomUUID } from "node:crypto";
import { NonRetriableError } from "inngest";
import { expect, test } from "vitest";
import { newClient, startApp, target } from "./support";

const server = await target();

test("a function invokes another and gets its result, or its error", async () => {
  const client = newClient(server);
  const name = `invoke/${randomUUID()}`;
  const double = client.createFunction(
    { id: "double", triggers: { event: `${name}/never` } },
    async ({ event, step }) => {
      const n = await step.run("double", () => event.data.n * 2);
      if (n > 100) throw new NonRetriableError("too large");
      return { n };
    },
  );
  const caller = client.createFunction(
    { id: "caller", triggers: { event: name } },
    async ({ event, step }) => {
      const small = await step.invoke("small", { function: double, data: { n: event.data.n } });
      const large = await step
        .invoke("large", { function: double, data: { n: 1_000 } })
        .catch((error: Error) => error.message);
      const both = await Promise.all([
        step.invoke("one", { function: double, data: { n: 1 } }),
        step.invoke("two", { function: double, data: { n: 2 } }),
      ]);
      return { small, large, both };
    },
  );
  const app = await startApp(server, client, [double, caller]);
  await app.sync();

  expect((await app.ended(await app.send(name, { n: 21 })))[0]?.output).toEqual({
    small: { n: 42 },
    large: "too large",
    both: [{ n: 2 }, { n: 4 }],
  });
});

test("a caller waits for an invoked function only as long as it says", async () => {
  const client = newClient(server);
  const name = `slow/${randomUUID()}`;
  const slow = client.createFunction(
    { id: "slow", triggers: { event: `${name}/never` } },
    async ({ step }) => {
      await step.sleep("long", "1h");
    },
  );
  const caller = client.createFunction({ id: "impatient", triggers: { event: name } }, async ({ step }) =>
    step.invoke("slow", { function: slow, data: {}, timeout: "1s" }).catch(() => "gave up"),
  );
  const app = await startApp(server, client, [slow, caller]);
  await app.sync();

  expect((await app.ended(await app.send(name)))[0]?.output).toBe("gave up");
});

test("to invoke what is not there fails the step", async () => {
  const client = newClient(server);
  const name = `absent/${randomUUID()}`;
  const absent = client.createFunction({ id: "absent", triggers: [] }, () => "never");
  const caller = client.createFunction({ id: "hopeful", triggers: { event: name } }, async ({ step }) =>
    step.invoke("absent", { function: absent, data: {} }).catch(() => "not there"),
  );
  const app = await startApp(server, client, [caller]);
  await app.sync();

  expect((await app.ended(await app.send(name)))[0]?.output).toBe("not there");
});
