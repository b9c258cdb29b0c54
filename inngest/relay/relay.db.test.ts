import { type AddressInfo, createServer } from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { outboxGauge } from "@/inngest/relay/outbox";
import { type Relay, type RelayOptions, startRelay } from "@/inngest/relay/relay";
import { Intake, waitingEvent } from "@/inngest/relay/testing";
import { eventually, silentLog } from "@/tests/contracts/inngest/support";
import { testDatabase } from "@/tests/support/database";

const database = await testDatabase();
const platform = new pg.Pool({ connectionString: database.platform });
afterAll(() => platform.end());

let intake: Intake;
let relays: Relay[] = [];

beforeEach(async () => {
  await database.owner.query("truncate outbox_events");
  intake = new Intake();
  await intake.open();
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  relays = [];
  await intake.close();
});

function relay(more: Partial<RelayOptions> = {}): Relay {
  const started = startRelay({
    databaseUrl: database.platform,
    baseUrl: `http://127.0.0.1:${intake.port}`,
    eventKey: "key",
    log: silentLog,
    pollMs: 50,
    backoffScale: 0.02,
    ...more,
  });
  relays.push(started);
  return started;
}

const emit = (subject: string, n: number) => waitingEvent(database.owner, subject, n);

async function unsent(): Promise<number> {
  return (await outboxGauge(platform)).depth;
}

test("events reach the intake in order, under their row's id, with tenant, actor and subject", async () => {
  const ids = [];
  for (let n = 0; n < 250; n += 1) ids.push(await emit(`s${n % 3}`, n));

  relay();
  await eventually(async () => (await unsent()) === 0);

  expect(intake.events.map(({ id }) => id)).toEqual(ids);
  expect(intake.events[0]).toEqual({
    id: ids[0],
    name: "thing/happened",
    ts: Date.parse("2026-04-01T00:00:00Z"),
    data: { n: 0, tenantId: null, actor: { kind: "system", name: "System" }, subject: "s0" },
  });
});

test("a call on the channel wakes the relay at once", async () => {
  relay({ pollMs: 600_000 });
  await emit("s", 1);
  await eventually(async () => {
    await database.owner.query("notify outbox");
    return intake.events.length > 0;
  });

  await eventually(async () => (await unsent()) === 0);
});

test("an intake that is away loses nothing: the relay backs off, and sends in order when it is back", async () => {
  await intake.close();
  relay();
  for (let n = 0; n < 5; n += 1) await emit("s", n);
  const { depth, oldestSeconds } = await outboxGauge(platform);
  expect(depth).toBe(5);
  expect(oldestSeconds).toBeGreaterThan(0);

  await intake.open();
  await eventually(async () => (await unsent()) === 0);

  expect(intake.events.map(({ data }) => data.n)).toEqual([0, 1, 2, 3, 4]);
});

test.each([500, 503, 401, 429])("an answer of %i marks nothing as sent", async (status) => {
  let refused = 0;
  intake.answer = () => (refused++ < 2 ? status : 200);
  await emit("s", 1);

  relay();
  await eventually(async () => (await unsent()) === 0);

  expect(refused).toBe(3);
  expect(intake.events.map(({ data }) => data.n)).toEqual([1]);
});

test("F-03: when the acknowledgement is lost, the event is sent again under the same id", async () => {
  let calls = 0;
  intake.answer = () => (calls++ === 0 ? "cut" : 200);
  const id = await emit("s", 1);

  relay();
  await eventually(async () => (await unsent()) === 0);

  expect(intake.events.map((event) => event.id)).toEqual([id, id]);
});

test("F-46: an event that is refused holds up its own subject only, and is seen in the gauge", async () => {
  let isMended = false;
  intake.answer = (events) => (!isMended && events.some(({ data }) => data.n === 1) ? 400 : 200);
  await emit("bad", 0);
  await emit("bad", 1);
  await emit("bad", 2);
  await emit("good", 3);
  await emit("good", 4);

  relay();
  await eventually(() => intake.events.some(({ data }) => data.n === 4));
  await eventually(async () => (await outboxGauge(platform)).refused === 1);
  const before = intake.events.map(({ data }) => data.n);
  expect(before).toEqual([0, 3, 4]);

  isMended = true;
  await eventually(async () => (await unsent()) === 0);
  expect(intake.events.map(({ data }) => data.n)).toEqual([0, 3, 4, 1, 2]);
});

test("of two relays one works; when its session ends the other takes over", async () => {
  relay();
  relay();
  for (let n = 0; n < 20; n += 1) await emit("s", n);
  await eventually(async () => (await unsent()) === 0);
  expect(intake.events).toHaveLength(20);

  await relays.shift()?.stop();
  for (let n = 20; n < 40; n += 1) await emit("s", n);
  await eventually(async () => (await unsent()) === 0);

  expect(intake.events.map(({ data }) => data.n)).toEqual(Array.from({ length: 40 }, (_, n) => n));
});

test("F-02: a relay whose sessions are cut again and again hands everything over, in order within each subject", async () => {
  relay();
  const total = 120;
  for (let n = 0; n < total; n += 1) {
    await emit(`s${n % 4}`, n);
    if (n % 15 === 0) {
      await database.owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'panel1-relay'",
      );
    }
  }
  await eventually(async () => (await unsent()) === 0, 40_000);

  for (const subject of ["s0", "s1", "s2", "s3"]) {
    const firsts = [
      ...new Set(intake.events.filter(({ data }) => data.subject === subject).map(({ data }) => data.n)),
    ];
    expect(firsts).toEqual(Array.from({ length: total / 4 }, (_, n) => n * 4 + Number(subject.slice(1))));
  }
});

test("a database that breaks every connection off is tried again with growing pauses", async () => {
  const triedAt: number[] = [];
  const broken = createServer((socket) => {
    triedAt.push(performance.now());
    socket.destroy();
  });
  await new Promise<void>((resolve) => broken.listen(0, "127.0.0.1", resolve));
  const { port } = broken.address() as AddressInfo;

  relay({ databaseUrl: `postgresql://nobody:nothing@127.0.0.1:${port}/none` });
  await eventually(() => triedAt.length >= 4);
  broken.close();

  const pauses = triedAt.slice(1).map((at, n) => at - (triedAt[n] ?? 0));
  for (const [n, pause] of pauses.slice(0, 3).entries()) expect(pause).toBeGreaterThan(190 * 2 ** n);
});
