import pg from "pg";
import { backoffMs, type Delivery, deliver } from "./deliver";
import { nextBatch } from "./outbox";

export type RelayOptions = Delivery & {
  /** As the platform role. A direct connection: LISTEN and a session lock do not live through a transaction pooler. */
  databaseUrl: string;
  /** How often the outbox is looked at without being told; 1 s by default. */
  pollMs?: number;
};

export type Relay = { stop(): Promise<void> };

/**
 * Hands the outbox to durable work. One relay works at a time: it holds a session lock, so a second one (another instance, or
 * the next start while the last one dies) waits and takes over when the session of the first ends. An event is marked as sent only
 * after it was accepted; when the process dies in between, it is sent again under the same id, which the intake knows for 24 hours.
 */
export function startRelay(options: RelayOptions): Relay {
  const { databaseUrl, log, pollMs = 1_000, backoffScale = 1 } = options;
  const bell = new Bell();
  let isEnding = false;

  const done = (async () => {
    for (let failures = 0; !isEnding; ) {
      const client = new pg.Client({
        connectionString: databaseUrl,
        application_name: "panel1-relay",
        keepAlive: true,
      });
      client.on("error", () => bell.ring());
      client.on("end", () => bell.ring());
      client.on("notification", () => bell.ring());
      try {
        await client.connect();
        failures = 0;
        await work(client);
      } catch (error) {
        failures += 1;
        if (!isEnding) log.warn("The relay has lost its connection", { error, attempt: failures });
      } finally {
        await client.end().catch(() => {});
      }
      // Deaf, for the broken connection rings as well: else the relay would knock without a pause.
      if (!isEnding) await bell.wait(Math.min(100 * 2 ** failures, 2_000), { deaf: true });
    }
  })();

  async function work(client: pg.Client): Promise<void> {
    while (!isEnding && !(await takeLock(client))) await bell.wait(5 * pollMs);
    await client.query("listen outbox");
    for (let failures = 0; !isEnding; ) {
      const rows = await nextBatch(client);
      if (rows.length === 0) {
        await bell.wait(pollMs);
        continue;
      }
      const isAway = !(await deliver(client, rows, options));
      failures = isAway ? failures + 1 : 0;
      if (isAway) await bell.wait(backoffMs(failures, backoffScale), { deaf: true });
    }
  }

  return {
    async stop() {
      isEnding = true;
      bell.close();
      await done;
    },
  };
}

async function takeLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock(7205, 1) as taken");
  return rows[0]?.taken === true;
}

/** Something to wait for that another can cut short. A ring while nobody waits counts for the next wait. */
class Bell {
  private isRung = false;
  private isClosed = false;
  private wake: ((isForAll: boolean) => void) | undefined;

  ring(): void {
    this.isRung = true;
    this.wake?.(false);
  }

  /** Ends every wait, now and later. */
  close(): void {
    this.isClosed = true;
    this.wake?.(true);
  }

  /** Waits; a deaf wait is not cut short by a ring. */
  async wait(milliseconds: number, { deaf = false } = {}): Promise<void> {
    if (!this.isClosed && (deaf || !this.isRung)) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = (isForAll) => {
          if (deaf && !isForAll) return;
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wake = undefined;
    this.isRung = false;
  }
}
