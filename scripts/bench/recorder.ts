import pg from "pg";

export type Statement = {
  text: string;
  values: unknown[];
  ms: number;
};

/** The statements of one transaction, in order, without its begin and commit. */
export type Recorded = {
  statements: Statement[];
  /** Rows that PostgreSQL read one after the other from whole tables, by table; filled when scans are asked for. */
  scanned: Record<string, number>;
};

type Queryable = { query: (config: unknown, ...rest: unknown[]) => unknown };

/**
 * Records every statement that this process sends through the driver, ours and Prisma's, while `work` runs, by transaction.
 * Never two at once.
 * With `readScans` each transaction is asked before its commit what it read from whole tables, inside functions and
 * policies too; durations then mean nothing.
 */
export async function recorded(
  work: () => Promise<unknown>,
  { readScans = false } = {},
): Promise<Recorded[]> {
  const prototype = pg.Client.prototype as unknown as Queryable;
  const original = prototype.query;
  const open = new Map<object, Recorded>();
  const done: Recorded[] = [];

  prototype.query = function (this: object, config: unknown, ...rest: unknown[]) {
    const send = () => original.call(this, config, ...rest);
    const { text, values } = toStatement(config, rest);
    if (typeof rest.at(-1) === "function" || text === undefined) return send();
    if (/^begin/i.test(text)) open.set(this, { statements: [], scanned: {} });

    const transaction = open.get(this) ?? { statements: [], scanned: {} };
    if (/^(?:commit|rollback)/i.test(text)) {
      open.delete(this);
      done.push(transaction);
      const isRead = readScans && /^commit/i.test(text);
      return isRead ? readScanned(original.bind(this) as Ask, transaction).then(send) : send();
    }
    const started = performance.now();
    return Promise.resolve(send()).then((result) => {
      if (!/^begin/i.test(text))
        transaction.statements.push({ text, values, ms: performance.now() - started });
      return result;
    });
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return done;
}

type Ask = (text: string) => Promise<{ rows: { relname: string; read: string | number | bigint }[] }>;

async function readScanned(ask: Ask, transaction: Recorded): Promise<void> {
  // What waits for the commit is done now, so that it counts.
  await ask("set constraints all immediate");
  const { rows } = await ask(
    "select relname, seq_tup_read as read from pg_stat_xact_user_tables where seq_tup_read > 0",
  );
  for (const { relname, read } of rows) transaction.scanned[relname] = Number(read);
}

function toStatement(config: unknown, [values]: unknown[]): { text: string | undefined; values: unknown[] } {
  if (typeof config === "string") return { text: config, values: Array.isArray(values) ? values : [] };
  const { text, values: bound } = (config ?? {}) as { text?: string; values?: unknown[] };
  return { text, values: bound ?? (Array.isArray(values) ? values : []) };
}
