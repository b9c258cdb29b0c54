import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Intake, waitingEvent } from "@/inngest/relay/testing";
import { config } from "@/lib/core/config/load";
import { testDatabase } from "@/tests/support/database";
import { GET } from "./route";

const { owner, platform } = await testDatabase();
const secret = "secret-of-the-scheduler";
let intake: Intake;

beforeEach(async () => {
  await owner.query("truncate outbox_events");
  intake = new Intake();
  await intake.open();
  configure({ CRON_SECRET: secret, INNGEST_EVENT_KEY: "key", INNGEST_BASE_URL: intake.url });
});
afterEach(() => intake.close());

function configure(values: Record<string, string | undefined>): void {
  Object.assign(config(), values);
}

function call(authorization = `Bearer ${secret}`): Promise<Response> {
  const headers = { authorization };
  return GET(new Request("http://localhost:3000/api/relay", { headers }));
}

async function unsent(): Promise<number> {
  const { rows } = await owner.query("select count(*)::int as n from outbox_events where sent_at is null");
  return rows[0].n;
}

test("hands over what waits, in order, and says how much", async () => {
  for (let n = 0; n < 250; n += 1) await waitingEvent(owner, `s${n % 3}`, n);

  const answer = await call();

  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  expect(await answer.json()).toEqual({ sent: 250, refused: 0, outcome: "done" });
  expect(intake.events.map(({ data }) => data.n)).toEqual(Array.from({ length: 250 }, (_, n) => n));
  expect(await unsent()).toBe(0);
  expect(await (await call()).json()).toEqual({ sent: 0, refused: 0, outcome: "done" });
});

test("nobody without the secret has anything handed over", async () => {
  await waitingEvent(owner, "s", 1);
  const given = ["", "Bearer", "Bearer ", "Bearer undefined", `Bearer ${secret}x`, `Basic ${secret}`, secret];
  for (const authorization of given) expect((await call(authorization)).status, authorization).toBe(401);
  const without = await GET(new Request("http://localhost:3000/api/relay"));
  expect(without.status).toBe(401);
  expect(intake.events).toEqual([]);
});

test("without a configured secret, or a key of the intake, it says so and does nothing", async () => {
  await waitingEvent(owner, "s", 1);
  configure({ CRON_SECRET: undefined });
  for (const authorization of ["", "Bearer ", "Bearer undefined", `Bearer ${secret}`]) {
    expect((await call(authorization)).status).toBe(503);
  }
  configure({ CRON_SECRET: secret, INNGEST_EVENT_KEY: undefined });
  expect((await call()).status).toBe(503);
  expect(await unsent()).toBe(1);
});

test("an intake that is away marks nothing as sent, and the scheduler sees it", async () => {
  intake.answer = () => 503;
  await waitingEvent(owner, "s", 1);
  const answer = await call();
  expect([answer.status, await answer.json()]).toEqual([502, { sent: 0, refused: 0, outcome: "away" }]);
  expect(await unsent()).toBe(1);

  intake.answer = () => 200;
  expect(await (await call()).json()).toMatchObject({ sent: 1, outcome: "done" });
});

test("F-46: an event that is refused holds up its own subject only", async () => {
  intake.answer = (events) => (events.some(({ data }) => data.n === 1) ? 400 : 200);
  for (const [subject, n] of [
    ["bad", 1],
    ["bad", 2],
    ["good", 3],
  ] as const) {
    await waitingEvent(owner, subject, n);
  }
  expect(await (await call()).json()).toEqual({ sent: 1, refused: 1, outcome: "done" });
  expect(intake.events.map(({ data }) => data.n)).toEqual([3]);
});

test("while another relay works it leaves the outbox alone; two calls at once send nothing twice", async () => {
  for (let n = 0; n < 120; n += 1) await waitingEvent(owner, "s", n);
  const other = new pg.Client({ connectionString: platform });
  await other.connect();
  await other.query("select pg_advisory_lock(7205, 1)");
  expect(await (await call()).json()).toEqual({ sent: 0, refused: 0, outcome: "busy" });
  await other.end();

  await Promise.all([call(), call(), call()]);
  while ((await unsent()) > 0) await call();
  expect(intake.events.map(({ data }) => data.n)).toEqual(Array.from({ length: 120 }, (_, n) => n));
});
