import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import type { DurableWork } from "./global-setup";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

export type DurableApp = {
  /** What people see as the function's name. */
  name: string;
  functionId: string;
  /** From now on its second step works. */
  mend(): void;
  /** Begins a run; one that `sleeps` does so instead of failing. */
  begin(data?: { sleeps?: boolean; subject?: string }): Promise<void>;
  stop(): Promise<void>;
};

/** An app with a function of its own on the product's durable-work server: it fails until it is mended. */
export async function startDurableApp({
  url,
  signingKey,
  eventKey,
  tenantId,
}: DurableWork): Promise<DurableApp> {
  const mark = randomUUID().slice(0, 8);
  const client = new Inngest({
    id: `journey-${mark}`,
    baseUrl: url,
    eventKey,
    signingKey,
    isDev: false,
    logger: silent,
  });
  const event = `journey-${mark}/asked`;
  const name = `Set up server ${mark}`;
  let isBroken = true;
  const fn = client.createFunction(
    { id: "set-up-server", name, retries: 0, triggers: { event } },
    async ({ event: asked, step }) => {
      await step.run("order", () => ({ server: "s1", password: "hunter2" }));
      if (asked.data.sleeps) await step.sleep("cool down", "1h");
      await step.run("install", () => {
        if (isBroken) throw new Error("The panel is away");
      });
      return "done";
    },
  );

  const http = createServer(serve({ client, functions: [fn] }));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/inngest`, { method: "PUT" });
  if (!answer.ok) throw new Error(`The app did not register: ${await answer.text()}`);

  return {
    name,
    functionId: `journey-${mark}-set-up-server`,
    mend() {
      isBroken = false;
    },
    async begin(data = {}) {
      await client.send({ name: event, data: { tenantId, subject: randomUUID(), ...data } });
    },
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
