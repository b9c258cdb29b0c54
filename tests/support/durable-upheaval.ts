import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import pg from "pg";
import { v7 } from "uuid";
import { random } from "@/scripts/simulate/random";
import { pause } from "@/scripts/system/processes";
import { freePort, ServerProcess } from "@/tests/support/durable-server";
import { type Effects, type Findings, findingsOf } from "./durable-findings";

export type Upheaval = {
  /** As the schema's owner, on a migrated database. The process's environment points at it, for the server. */
  databaseUrl: string;
  runs: number;
  steps: number;
  strikes: number;
  seed: number;
  /** Longest body of a step; each takes a part of it by chance. */
  stepMs?: number;
  /** Strikes: by SIGKILL at the server unless given, as the end and the new start of the database. */
  strike?: (kill: () => Promise<void>) => Promise<void>;
};

/** Steps that the server makes at once: so many may be under way when it is struck. */
export const atOnce = 4;

/**
 * Lets runs of many steps work on the local server, in a process of its own as `npm start` has it, and strikes again and again at
 * moments taken from the seed. Half of the runs are asked for over HTTP before the first strike, the others through the outbox before
 * each. Returns when all have ended, with what was found. Throws when some do not end within three minutes.
 */
export async function upheaval(options: Upheaval): Promise<Findings> {
  const { databaseUrl, runs, steps, strikes, seed, stepMs = 60 } = options;
  const chance = random(seed);
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  owner.on("error", () => {});
  const keys = {
    signingKey: `signkey-test-${randomBytes(32).toString("hex")}`,
    eventKey: randomBytes(16).toString("hex"),
  };
  const port = await freePort();
  const client = new Inngest({
    id: "upheaval",
    baseUrl: `http://127.0.0.1:${port}`,
    isDev: false,
    logger: silent,
    ...keys,
  });
  const effects: Effects = new Map();
  const ended = new Set<number>();
  const app = await serveLong(
    client,
    steps,
    (run, n) => {
      const key = `${run}/${n}`;
      effects.set(key, [...(effects.get(key) ?? []), performance.now()]);
      return pause(chance.integer(1, stepMs));
    },
    (run) => ended.add(run),
  );
  const server = new ServerProcess({
    INNGEST_SIGNING_KEY: keys.signingKey,
    INNGEST_EVENT_KEY: keys.eventKey,
    INNGEST_SERVE_URL: `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`,
    INNGEST_LOCAL_PORT: String(port),
    INNGEST_LOCAL_CONCURRENCY: String(atOnce),
    INNGEST_LOCAL_BACKOFF_SCALE: "0.001",
  });
  const kill = async () => {
    await server.end("SIGKILL");
    await server.start();
  };

  const struckAt: { from: number; to: number; open: number }[] = [];
  try {
    await server.start();
    await until(async () => (await owner.query("select 1 from durable.functions")).rowCount === 1);
    const asked = Math.ceil(runs / 2);
    await client.send(Array.from({ length: asked }, (_, run) => ({ name: "long/asked", data: { run } })));
    for (let strike = 0, next = asked; strike < strikes; strike += 1) {
      for (
        const until = asked + Math.ceil(((runs - asked) * (strike + 1)) / strikes);
        next < until;
        next += 1
      ) {
        await emit(owner, next);
      }
      // A blow to a server that has not yet come to work again would prove nothing.
      const before = effectCount(effects);
      await until(async () => ended.size === runs || effectCount(effects) > before);
      await pause(chance.integer(0, 900));
      const from = performance.now();
      const open = runs - ended.size;
      await (options.strike ?? ((kill) => kill()))(kill);
      struckAt.push({ from, to: performance.now(), open });
    }
    await until(async () => (await ofRuns(owner)) === runs);
    return {
      ...(await findingsOf(owner, { effects, struckAt, runs, steps })),
      exitCode: await server.end("SIGTERM"),
    };
  } finally {
    await server.end("SIGKILL");
    app.close();
    app.closeAllConnections();
    await owner.end();
  }
}

function effectCount(effects: Effects): number {
  let count = 0;
  for (const times of effects.values()) count += times.length;
  return count;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

async function serveLong(
  client: Inngest,
  steps: number,
  effect: (run: number, step: number) => Promise<unknown>,
  onEnd: (run: number) => void,
) {
  const long = client.createFunction(
    { id: "long", retries: 20, triggers: { event: "long/asked" } },
    async ({ event, step }) => {
      let sum = 0;
      for (let n = 0; n < steps; n += 1) {
        sum += await step.run(`step-${n}`, async () => {
          await effect(event.data.run, n);
          return n;
        });
      }
      onEnd(event.data.run);
      return sum;
    },
  );
  const app = createServer(serve({ client, functions: [long] }));
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  return app;
}

/** As an operation does it: a row in the outbox, for the relay to hand over. */
async function emit(owner: pg.Pool, run: number): Promise<void> {
  await owner.query(
    `insert into outbox_events (id, tenant_id, name, subject, payload, actor, occurred_at)
     values ($1, null, 'long/asked', $2, $3, '{"kind":"system","name":"System"}', now())`,
    [v7(), `run-${run}`, { run }],
  );
}

async function ofRuns(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query(
    "select count(*)::int as n from durable.runs where ended_at is not null",
  );
  return rows[0].n;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 180_000;
  while (!(await isSo().catch(() => false))) {
    if (performance.now() > giveUpAt) throw new Error("It did not come to pass in time.");
    await pause(50);
  }
}
