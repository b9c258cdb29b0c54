import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureDatabase, type RunningPostgres, startPostgres } from "@/scripts/db/postgres";
import { type RunningApp, startApp } from "@/tests/support/app-server";
import { prepare } from "./support/app-setup";
import type { Installation } from "./support/prepare";
import { inParallel, send } from "./support/request";

/** A product of its own on a database of its own, since the database will be taken away from it. */
let dataDir: string;
let postgres: RunningPostgres;
let product: RunningApp;
let installation: Installation["first"];
let port: number;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "panel1-faults-"));
  postgres = await startPostgres({ dataDir, durable: false });
  await ensureDatabase(postgres, "empty");
  product = await startApp({
    templateUrl: postgres.url("empty"),
    env: { DATABASE_POOL_MAX: "10", DATABASE_POOL_WAIT_MS: "3000" },
    hasDurableWork: false,
    prepare: async (environment) => {
      installation = (await prepare(environment)).first;
    },
  });
  port = Number(new URL(product.url).port);
});
afterAll(async () => {
  await product?.stop();
  await postgres?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const key = () => ({ authorization: `Bearer ${installation.apiKey}` });
const asOwner = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: product.ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

type Seen = { at: number; status: number; kind: string };

function create(name: string) {
  const body = JSON.stringify({
    kind: "PERSON",
    name,
    email: `${name}@load.example`,
    country: "DE",
    currency: "EUR",
  });
  return send({
    method: "POST",
    path: "/api/v1/clients",
    port,
    headers: { ...key(), "content-type": "application/json" },
    body,
    signal: AbortSignal.timeout(20_000),
  });
}

test("F-06: 200 requests while ten statements hang: each is answered, the rest with 503 and when to come again", async () => {
  await asOwner(async (blocker) => {
    await blocker.query("begin");
    await blocker.query("lock table clients in access exclusive mode");
    const asked = inParallel(Array.from({ length: 200 }), 64, () =>
      send({ path: "/api/v1/clients", port, headers: key(), signal: AbortSignal.timeout(30_000) }),
    );
    for (let look = 0; look < 3; look += 1) {
      const live = await send({ path: "/api/health/live", port, signal: AbortSignal.timeout(5_000) });
      expect(live.status).toBe(200);
    }
    const release = setTimeout(() => void blocker.query("rollback"), 6_000);
    const answers = await asked;
    clearTimeout(release);
    await blocker.query("rollback");

    const refused = answers.filter(({ status }) => status === 503);
    expect(
      [...new Set(answers.map(({ status }) => status))].filter((status) => ![200, 503].includes(status)),
    ).toEqual([]);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers, text } of refused) {
      expect(Number(headers["retry-after"])).toBeGreaterThan(0);
      expect(JSON.parse(text)).toMatchObject({ status: 503 });
    }
  });
  const after = await inParallel(Array.from({ length: 60 }), 30, () =>
    send({ path: "/api/v1/clients", port, headers: key() }),
  );
  expect(new Set(after.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await stuckConnections()).toBe(0);
});

test("F-05: the database restarts under 16 clients: failures only while it is away, nothing lost, nothing stuck", async () => {
  const seen: Seen[] = [];
  const made: string[] = [];
  let isOver = false;
  const client = async (number: number) => {
    for (let count = 0; !isOver; count += 1) {
      const name = `load-${number}-${count}`;
      const kind = ["page", "read", "write"][(number + count) % 3] as string;
      const signal = AbortSignal.timeout(20_000);
      const answer = await (kind === "write"
        ? create(name)
        : send(
            kind === "page"
              ? { path: "/admin/clients", port, cookie: installation.owner.cookie, signal }
              : { path: "/api/v1/clients", port, headers: key(), signal },
          ));
      seen.push({ at: performance.now(), status: answer.status, kind });
      if (answer.status === 201) made.push(name);
      // Whoever is told to wait does not hammer.
      if (answer.status >= 500) await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const load = Promise.all(Array.from({ length: 16 }, (_, number) => client(number)));

  await until(() => seen.length > 60);
  const away = performance.now();
  await postgres.stop();
  postgres = await startPostgres({ dataDir, durable: false });
  const back = performance.now();
  await until(() => seen.filter(({ at, status }) => at > back && status < 300).length > 100);
  isOver = true;
  await load;

  const failures = seen.filter(({ status }) => status >= 300);
  expect(failures.filter(({ at }) => at < away)).toEqual([]);
  // What was under way when it came back may still fail; a request waits for a connection 3 s at most.
  expect(failures.filter(({ at }) => at > back + 10_000)).toEqual([]);
  const machines = failures.filter(({ kind }) => kind !== "page");
  expect([...new Set(machines.map(({ status }) => status))].filter((status) => status !== 503)).toEqual([]);

  const kept = await asOwner(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select name from clients where name like 'load-%'",
    );
    return new Set(rows.map(({ name }) => name));
  });
  expect(made.filter((name) => !kept.has(name))).toEqual([]);
  expect(await stuckConnections()).toBe(0);

  const after = await inParallel(Array.from({ length: 60 }), 30, () =>
    send({ path: "/api/v1/clients", port, headers: key() }),
  );
  expect(new Set(after.map(({ status }) => status))).toEqual(new Set([200]));
});

/** Connections of the product that sit in a transaction or run a statement although nobody asks for anything. */
async function stuckConnections(): Promise<number> {
  return asOwner(async (client) => {
    for (let look = 0; ; look += 1) {
      const { rows } = await client.query<{ count: number }>(
        "select count(*)::int as count from pg_stat_activity where application_name like 'panel1-%' and state <> 'idle'",
      );
      const count = rows[0]?.count ?? 0;
      if (count === 0 || look === 20) return count;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
}

async function until(isSo: () => boolean): Promise<void> {
  const patience = performance.now() + 40_000;
  while (!isSo()) {
    if (performance.now() > patience) throw new Error("It did not come to that in time.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
