import { spawn } from "node:child_process";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { Intake, waitingEvent } from "@/inngest/relay/testing";
import { eventually } from "@/tests/contracts/inngest/support";
import { testDatabase } from "@/tests/support/database";

const { owner } = await testDatabase();
const intake = new Intake();
const running: RelayProcess[] = [];

beforeEach(async () => {
  await owner.query("truncate outbox_events");
  intake.events.length = 0;
  intake.answer = () => 200;
  intake.onConnection = () => {};
  await intake.open();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((relay) => relay.kill()));
  await intake.close();
});
afterAll(() => intake.close());

/** `npm run relay` as a process, to be killed. */
class RelayProcess {
  private readonly child = spawn(
    process.execPath,
    [
      "--conditions=react-server",
      "--import",
      path.resolve("node_modules/tsx/dist/loader.mjs"),
      "scripts/durable/relay.ts",
    ],
    {
      stdio: "ignore",
      env: { ...process.env, INNGEST_EVENT_KEY: "key", INNGEST_BASE_URL: intake.url, LOG_LEVEL: "silent" },
    },
  );
  private readonly gone = new Promise<void>((resolve) => this.child.once("exit", () => resolve()));

  constructor() {
    running.push(this);
  }

  /** By SIGKILL; settles when it is gone, and the database has ended its session. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.gone;
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'panel1-relay'",
    );
  }
}

type Point = {
  /** Where the relay is when it dies. */
  at: string;
  /** Starts a relay, waits until it is there, and kills it. */
  reach(): Promise<void>;
  /** How often the intake gets the first batch. */
  arrivals: 1 | 2;
};

/** Waits until the relay stands before a lock that we hold, and kills it there. */
async function killedBefore(lock: string, waitsFor: RegExp): Promise<void> {
  const holder = await owner.connect();
  await holder.query("begin");
  await holder.query(lock);
  const relay = new RelayProcess();
  await eventually(async () => {
    const { rows } = await owner.query(
      "select query from pg_stat_activity where datname = current_database() and application_name = 'panel1-relay' and wait_event_type = 'Lock'",
    );
    return rows.some(({ query }) => waitsFor.test(query));
  });
  await relay.kill();
  await holder.query("rollback");
  holder.release();
}

/** Kills the relay the moment the intake says so. */
async function killedWhen(arm: (strike: () => void) => void): Promise<void> {
  const relay = { process: undefined as RelayProcess | undefined };
  const struck = new Promise<void>((resolve) => arm(resolve));
  relay.process = new RelayProcess();
  await struck;
  await relay.process.kill();
  await intake.quiet();
  intake.onConnection = () => {};
  intake.answer = () => 200;
}

const points: Point[] = [
  {
    at: "before it reads the outbox",
    reach: () => killedBefore("lock table outbox_events in access exclusive mode", /^select o\.id/),
    arrivals: 1,
  },
  {
    at: "with events read, before they are sent",
    reach: () =>
      killedWhen((strike) => {
        intake.onConnection = strike;
        intake.answer = () => "lost";
      }),
    arrivals: 1,
  },
  {
    at: "with events sent, before they were taken",
    reach: () =>
      killedWhen((strike) => {
        intake.answer = () => {
          strike();
          return "lost";
        };
      }),
    arrivals: 1,
  },
  {
    at: "with events taken, before it hears of it",
    reach: () =>
      killedWhen((strike) => {
        intake.answer = () => {
          strike();
          return "cut";
        };
      }),
    arrivals: 2,
  },
  {
    at: "with the answer heard, before they are marked",
    reach: () => killedBefore("select 1 from outbox_events for update", /^update outbox_events/),
    arrivals: 2,
  },
  {
    at: "with the first batch marked, before the second is sent",
    reach: () =>
      killedWhen((strike) => {
        intake.answer = (events) => {
          if (events.some(({ data }) => data.n === 100)) {
            strike();
            return "lost";
          }
          return 200;
        };
      }),
    arrivals: 1,
  },
];

test.each(points)(
  "F-02: a relay killed ($at) loses nothing and keeps the order",
  async ({ reach, arrivals }) => {
    const ids: string[] = [];
    for (let n = 0; n < 150; n += 1) ids.push(await waitingEvent(owner, `s${n % 4}`, n));

    await reach();
    new RelayProcess();
    await eventually(async () => {
      const { rows } = await owner.query(
        "select count(*)::int as n from outbox_events where sent_at is null",
      );
      return rows[0].n === 0;
    });

    // What comes a second time comes under the same id, which the intake knows.
    const times = ids.map((id) => intake.events.filter((event) => event.id === id).length);
    expect(times).toEqual(ids.map((_, n) => (n < 100 ? arrivals : 1)));
    const firsts = [...new Set(intake.events.map(({ id }) => id))];
    expect(firsts).toEqual(ids);
  },
);
