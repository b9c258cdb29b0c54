import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterAll, expect, test } from "vitest";
import { startLocalServer } from "@/inngest/local/start";
import {
  durableDatabase,
  localOptions,
  newClient,
  silentLog,
  startApp,
} from "@/tests/contracts/inngest/support";

test("a worker that locked a job and never heard of it: the connection broke under the answer; the job is taken up again", async () => {
  const databaseUrl = await durableDatabase();
  const lossy = await lossyProxy(databaseUrl);
  const reported: string[] = [];
  const note = (message: string) => void reported.push(message);
  const options = {
    ...localOptions(lossy.url),
    concurrency: 1,
    log: { ...silentLog, warn: note, error: note },
  };
  const server = await startLocalServer(options);
  afterAll(() => server.stop(0));
  const target = { url: server.url, signingKey: options.signingKey, eventKey: options.eventKey };
  const client = newClient(target);
  const fn = client.createFunction({ id: "short", triggers: { event: "short/asked" } }, async () => "done");
  const app = await startApp(target, client, [fn]);
  await app.sync();

  // The answer that holds a job names the task and the payload.
  lossy.cutAtNext(/"call"\s*:/);
  const id = await app.send("short/asked");

  const [run] = await app.ended(id);
  expect(run).toMatchObject({ status: "Completed", output: "done" });
  expect(lossy.cuts).toBe(1);
});

/** Stands between a client and PostgreSQL; breaks the connection instead of passing on an answer that matches. */
async function lossyProxy(databaseUrl: string) {
  const upstream = new URL(databaseUrl);
  let pattern: RegExp | undefined;
  const state = { cuts: 0 };
  const open = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = connect(Number(upstream.port), upstream.hostname);
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", end).on("close", end);
    }
    near.on("data", (bytes) => far.write(bytes));
    far.on("data", (bytes) => {
      if (!pattern?.test(bytes.toString("latin1"))) return void near.write(bytes);
      pattern = undefined;
      state.cuts += 1;
      end();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    for (const socket of open) socket.destroy();
    proxy.close();
  });
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.href,
    get cuts() {
      return state.cuts;
    },
    cutAtNext(next: RegExp) {
      pattern = next;
    },
  };
}
