import { Counter, Gauge, type Registry } from "prom-client";
import { platformPool } from "@/lib/core/db/pools";
import { sql, toQuery } from "@/lib/core/db/sql";

type Reading = {
  calls: Partial<Record<string, number>> | null;
  oldestSeconds: number;
  runs: Partial<Record<string, number>> | null;
  ended: Partial<Record<string, number>> | null;
  steps: number;
};

const states = {
  calls: ["queued", "delayed", "waiting", "running"],
  runs: ["queued", "running"],
  ended: ["completed", "failed", "cancelled"],
} as const;

/**
 * The local durable-work server's metrics. It is another process, so they are read from its tables at each scrape: once for all of
 * them, and from tallies rather than from the history. A database that is away shows as NaN, and leaves counters out.
 */
export function durableMetrics(registry: Registry): void {
  const registers = [registry];
  let reading: Promise<Reading | undefined> = Promise.resolve(undefined);
  new Gauge({
    name: "panel1_durable_oldest_due_seconds",
    help: "Age of the oldest call of durable work that is due and has not been made.",
    registers,
    async collect() {
      reading = readDurable().catch(() => undefined);
      this.set((await reading)?.oldestSeconds ?? Number.NaN);
    },
  });
  new Gauge({
    name: "panel1_durable_calls",
    help: "Calls of durable work: due (queued), for later (delayed), waiting for capacity, being made (running).",
    labelNames: ["state"],
    registers,
    async collect() {
      const now = await reading;
      for (const state of states.calls) this.set({ state }, now ? (now.calls?.[state] ?? 0) : Number.NaN);
    },
  });
  new Gauge({
    name: "panel1_durable_runs_open",
    help: "Runs of durable work that have not ended: not begun (queued), begun (running; sleeping and waiting ones too).",
    labelNames: ["state"],
    registers,
    async collect() {
      const now = await reading;
      for (const state of states.runs) this.set({ state }, now ? (now.runs?.[state] ?? 0) : Number.NaN);
    },
  });
  new Counter({
    name: "panel1_durable_runs_ended_total",
    help: "Runs of durable work that have ended, by how.",
    labelNames: ["state"],
    registers,
    async collect() {
      const now = await reading;
      this.reset();
      if (now) for (const state of states.ended) this.inc({ state }, now.ended?.[state] ?? 0);
    },
  });
  new Counter({
    name: "panel1_durable_steps_total",
    help: "Steps of durable work that are done.",
    registers,
    async collect() {
      const now = await reading;
      this.reset();
      if (now) this.inc(now.steps);
    },
  });
}

async function readDurable(): Promise<Reading> {
  const { rows } = await platformPool().query<{ gauge: Reading }>(
    toQuery(sql`select durable.gauge() as gauge`, false),
  );
  if (rows[0] === undefined) throw new Error("durable.gauge() gave no row");
  return rows[0].gauge;
}
