import { createDurablePool } from "@/inngest/local/database";
import { deleteOld } from "@/inngest/local/retention";
import type { Stage } from "./durable-stage";
import { once } from "./once";
import type { BenchCase, Measure } from "./types";

type Growth = {
  memory: { before: number; after: number };
  /** Of all tables of the server and its queue: rows, and megabytes with indexes. */
  tables: { filled: Size; pruned: Size; again: Size };
};
type Size = { rows: number; megabytes: number };

const atOnce = 64;

/** Memory of the server over many runs, and what its tables hold once retention has gone over them. */
export function growthCases(stage: Stage, runs: number): BenchCase[] {
  const grown = once(() => grow(stage, runs));
  const bounded = (title: string, unit: string, most: number, read: (growth: Growth) => [number, number]) => {
    const figure = async (index: 0 | 1): Promise<Measure> => ({ value: read(await grown())[index] });
    return {
      case: title,
      unit,
      better: "lower" as const,
      goal: most,
      floor: most * 1.5,
      ours: () => figure(0),
      limit: () => figure(1),
    };
  };
  return [
    bounded(`memory after ${runs} runs, against before`, "MB", 1.5, ({ memory }) => [
      memory.after,
      memory.before,
    ]),
    bounded("rows left by retention, against before it", "rows", 0.01, ({ tables }) => [
      tables.pruned.rows,
      tables.filled.rows,
    ]),
    bounded("tables after as many runs again, against once", "MB", 1.25, ({ tables }) => [
      tables.again.megabytes,
      tables.filled.megabytes,
    ]),
  ];
}

/** The tables are compared over a fifth of the runs, and again over as many after retention; the memory over all of them. */
async function grow(stage: Stage, runs: number): Promise<Growth> {
  await prune(stage);
  const before = await stage.serverMemory();
  const part = Math.ceil(runs / 5);
  await fill(stage, part);
  const filled = await sizeOf(stage);
  await prune(stage);
  const pruned = await sizeOf(stage);
  await fill(stage, part);
  const again = await sizeOf(stage);
  await fill(stage, runs - 2 * part);
  const after = await stage.serverMemory();
  for (const [when, size] of Object.entries({ filled, pruned, again })) {
    console.log(`  tables ${when}: ${size.rows} rows, ${size.megabytes.toFixed(1)} MB`);
  }
  return { memory: { before, after }, tables: { filled, pruned, again } };
}

async function fill(stage: Stage, runs: number): Promise<void> {
  let left = runs;
  const one = async () => {
    while (left-- > 0) await stage.run(1);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  await stage.settled();
}

/** Retention with no day of grace, then what autovacuum would do by itself within minutes. */
async function prune({ owner, databaseUrl }: Stage): Promise<void> {
  const pool = createDurablePool(databaseUrl, 1);
  try {
    await owner.query("update durable.event_ids set expires_at = now() - interval '1 second'");
    await deleteOld(pool, 0);
  } finally {
    await pool.end();
  }
  const { rows } = await owner.query<{ name: string }>(
    "select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables where schemaname in ('durable', 'durable_queue')",
  );
  for (const { name } of rows) await owner.query(`vacuum (analyze) ${name}`);
}

async function sizeOf({ owner }: Stage): Promise<Size> {
  const { rows } = await owner.query<Size>(`
    select sum(pg_total_relation_size(oid)) / 1048576.0::float8 as megabytes,
      (select count(*) from durable.runs)::int + (select count(*) from durable.calls) + (select count(*) from durable.steps)
        + (select count(*) from durable.events) + (select count(*) from durable.event_ids)
        + (select count(*) from durable.waits) + (select count(*) from durable_queue._private_jobs) as rows
    from pg_class where relkind = 'r' and relnamespace in ('durable'::regnamespace, 'durable_queue'::regnamespace)`);
  const { rows: count, megabytes } = rows[0] as Size;
  return { rows: Number(count), megabytes: Number(megabytes) };
}
