import type pg from "pg";
import { config } from "@/lib/core/config/load";
import { appPool } from "@/lib/core/db/pools";
import { sql } from "@/lib/core/db/sql";
import { tenantTransaction } from "@/lib/core/db/transaction";
import { newId } from "@/lib/core/ids";
import { takeNumbers } from "@/lib/core/number-series";
import { type ScratchDatabase, scratchDatabase } from "../db/scratch-database";
import { throughput } from "./measure";
import type { BenchCase, BenchDefinition, Measure } from "./types";

const writers = [1, 8, 32];
const slowestMs = 150;
const [ours, bare] = [newId(), newId()];
let database: ScratchDatabase | undefined;
let forMs = 2_000;

/** What a gap-free number costs: taken in a tenant's transaction, against the bare counter row in SQL. */
export const bench: BenchDefinition = {
  name: "number",
  description:
    "documents with consecutive numbers in a tenant's transaction, against a bare counter row in SQL",
  async setup({ size }) {
    forMs = size === "L" ? 10_000 : 2_000;
    database = await scratchDatabase({ durable: true, poolMax: Math.max(...writers) });
    await createDocuments(database.owner);
  },
  async teardown() {
    await database?.stop();
    database = undefined;
  },
  cases: [...writers.map(speed), slowestAt(Math.max(...writers)), gaps()],
};

function speed(count: number): BenchCase {
  return {
    case: `${count} ${count === 1 ? "writer" : "writers"}, one series`,
    unit: "documents/s",
    better: "higher",
    goal: 0.8,
    floor: 0.5,
    ours: () => throughput(count, number, forMs),
    limit: () => throughput(count, numberBare, forMs),
  };
}

function slowestAt(count: number): BenchCase {
  return {
    case: `${count} writers: p99, against ${slowestMs} ms`,
    unit: "ms",
    better: "lower",
    goal: 1,
    floor: 3,
    ours: async () => {
      const measure = await throughput(count, number, forMs);
      return { ...measure, value: measure.p99 ?? 0 };
    },
    limit: async () => ({ value: slowestMs }),
  };
}

/** Numbers that are missing or there twice, after all of the above. */
function gaps(): BenchCase {
  return {
    case: "gaps",
    unit: "count",
    better: "lower",
    goal: 1,
    floor: 1,
    ours: () => missing(ours),
    limit: async () => ({ value: 0 }),
  };
}

async function number(): Promise<void> {
  const { DATABASE_STATEMENT_TIMEOUT_MS, DATABASE_PREPARED } = config();
  const settings = { statementTimeoutMs: DATABASE_STATEMENT_TIMEOUT_MS, prepared: DATABASE_PREPARED };
  await tenantTransaction(appPool(), { tenantId: ours, mode: "write" }, settings, async (transaction) => {
    const taken = await takeNumbers(
      { query: (query) => transaction.query(query), tenantId: ours },
      { kind: "document" },
    );
    await transaction.execute(
      sql`insert into bench_documents (tenant_id, id, number) values (${ours}::uuid, ${newId()}::uuid, ${taken})`,
    );
  });
}

async function numberBare(): Promise<void> {
  const connection = await (database as ScratchDatabase).owner.connect();
  try {
    await connection.query("begin");
    const { rows } = await connection.query({
      name: "take",
      text: `update number_series set last = last + 1 where tenant_id = $1 and kind = 'document' and scope = '' returning last`,
      values: [bare],
    });
    await connection.query({
      name: "insert",
      text: "insert into bench_documents (tenant_id, id, number) values ($1, $2, $3)",
      values: [bare, newId(), rows[0].last],
    });
    await connection.query("commit");
  } finally {
    connection.release();
  }
}

async function missing(tenantId: string): Promise<Measure> {
  const { rows } = await (database as ScratchDatabase).owner.query(
    `select (s.last - count(distinct d.number))::int as missing from number_series s
     join bench_documents d on d.tenant_id = s.tenant_id where s.tenant_id = $1 group by s.last`,
    [tenantId],
  );
  return { value: rows[0]?.missing ?? 0 };
}

/** A table as any of ours, and two companies: one counts through the product, the other by bare SQL. */
async function createDocuments(owner: pg.Pool): Promise<void> {
  await owner.query(`
    create table bench_documents (
      tenant_id uuid not null references tenants (id), id uuid not null, number bigint not null,
      primary key (tenant_id, id), unique (tenant_id, number)
    );
    select isolate_table('bench_documents', 'staff', 'select, insert')`);
  for (const id of [ours, bare]) {
    await owner.query(
      `insert into tenants (id, name, country, currency, language, time_zone, created_at, updated_at)
       values ($1, 'Numbered', 'DE', 'EUR', 'en', 'Europe/Berlin', now(), now())`,
      [id],
    );
    await owner.query(
      "insert into number_series (tenant_id, kind, scope, last) values ($1, 'document', '', 0)",
      [id],
    );
  }
}
