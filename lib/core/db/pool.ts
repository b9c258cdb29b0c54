import pg from "pg";

/** PostgreSQL's type numbers that we read in another form than the driver's default. */
const oid = { int8: 20, date: 1082, numeric: 1700 };

const parsers: Record<number, (text: string) => unknown> = {
  [oid.int8]: BigInt,
  // A calendar day has no zone: it stays the text yyyy-mm-dd.
  [oid.date]: (text) => text,
  [oid.numeric]: (text) => text,
};

/**
 * Types as our SQL reads them: bigint for int8, text for date and numeric, Date for timestamptz.
 * Set per pool and never globally: a global parser breaks Prisma's own (S-59).
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: "text" | "binary") =>
    parsers[id] ?? (pg.types.getTypeParser(id, format as "text") as (text: string) => unknown),
};

type Options = { url: string; max: number; waitMs: number; name: string };

/** A pool of connections for one role. A request that finds none free within `waitMs` is refused rather than queued for ever. */
export function createPool({ url, max, waitMs, name }: Options): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: waitMs,
    idleTimeoutMillis: 30_000,
    application_name: name,
    types,
  });
  // An idle connection that the server closes is dropped by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  // Nor may one that is cut in the very moment in which it is handed out, when the pool listens no more and the caller not yet.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
