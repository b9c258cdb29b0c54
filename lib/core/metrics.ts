import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { appPool, platformPool } from "@/lib/core/db/pools";
import { sql, toQuery } from "@/lib/core/db/sql";
import { durableMetrics } from "@/lib/core/durable-metrics";
import { processWide } from "@/lib/core/process-wide";

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type RequestSeen = { method: string; route: string; status: number; seconds: number };
export type OperationSeen = {
  operation: string;
  door: "rest" | "action" | "page" | "job";
  /** Code of the refusal, or `error`; absent when it succeeded. */
  refusal?: string | undefined;
  seconds: number;
};

/** `route` is the template (`/clients/{clientId}`), never the path: its number is bounded. */
export function observeRequest({ method, route, status, seconds }: RequestSeen): void {
  metrics().requests.observe({ method, route, status: String(status) }, seconds);
}

export function observeOperation({ operation, door, refusal, seconds }: OperationSeen): void {
  const { operations, refusals } = metrics();
  operations.observe({ operation, door, outcome: refusal === undefined ? "ok" : "refused" }, seconds);
  if (refusal !== undefined) refusals.inc({ operation, door, code: refusal });
}

/** All metrics in the text format of Prometheus. */
export async function metricsText(): Promise<{ contentType: string; text: string }> {
  const { registry } = metrics();
  return { contentType: registry.contentType, text: await registry.metrics() };
}

type Metrics = {
  registry: Registry;
  requests: Histogram<"method" | "route" | "status">;
  operations: Histogram<"operation" | "door" | "outcome">;
  refusals: Counter<"operation" | "door" | "code">;
};

/** Once per process: the copies of this module in a build count into the same registry. */
function metrics(): Metrics {
  return processWide("metrics", () => {
    const registry = new Registry();
    const registers = [registry];
    collectDefaultMetrics({ register: registry, prefix: "panel1_" });
    poolGauge(registry);
    outboxGauges(registry);
    durableMetrics(registry);
    return {
      registry,
      requests: new Histogram({
        name: "panel1_http_request_duration_seconds",
        help: "Duration of HTTP requests to the API.",
        labelNames: ["method", "route", "status"],
        buckets: seconds,
        registers,
      }),
      operations: new Histogram({
        name: "panel1_operation_duration_seconds",
        help: "Duration of operations, by door and outcome.",
        labelNames: ["operation", "door", "outcome"],
        buckets: seconds,
        registers,
      }),
      refusals: new Counter({
        name: "panel1_operation_refusals_total",
        help: "Operations that were refused or failed, by code.",
        labelNames: ["operation", "door", "code"],
        registers,
      }),
    };
  });
}

function poolGauge(registry: Registry): void {
  new Gauge({
    name: "panel1_database_connections",
    help: "Connections of this process: in use, idle, and requests that wait for one.",
    labelNames: ["pool", "state"],
    registers: [registry],
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries({
        app: appPool(),
        platform: platformPool(),
      })) {
        this.set({ pool, state: "used" }, totalCount - idleCount);
        this.set({ pool, state: "idle" }, idleCount);
        this.set({ pool, state: "waiting" }, waitingCount);
      }
    },
  });
}

/** Both gauges show one reading. A database that is away must not take the other metrics with it: they then show NaN. */
function outboxGauges(registry: Registry): void {
  const registers = [registry];
  const nothing = { unsent: Number.NaN, oldestSeconds: Number.NaN };
  let reading: Promise<typeof nothing> = Promise.resolve(nothing);
  new Gauge({
    name: "panel1_outbox_oldest_seconds",
    help: "Age of the oldest event that is not yet handed to durable work.",
    registers,
    async collect() {
      reading = readOutbox().catch(() => nothing);
      this.set((await reading).oldestSeconds);
    },
  });
  new Gauge({
    name: "panel1_outbox_unsent",
    help: "Events that are not yet handed to durable work (counted up to 10,000).",
    registers,
    async collect() {
      this.set((await reading).unsent);
    },
  });
}

/** How much waits in the outbox, and for how long. */
export async function readOutbox(): Promise<{ unsent: number; oldestSeconds: number }> {
  const { rows } = await platformPool().query<{ unsent: number; oldest: number }>(
    toQuery(
      sql`select count(*)::int as unsent, coalesce(extract(epoch from now() - min(occurred_at)), 0)::float8 as oldest
        from (select occurred_at from outbox_events where sent_at is null order by sequence limit 10000) unsent`,
      false,
    ),
  );
  return { unsent: rows[0]?.unsent ?? 0, oldestSeconds: Math.max(0, rows[0]?.oldest ?? 0) };
}
