import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/lib/core/db/generated/client";

/**
 * A Prisma client that lives on one pooled connection, so that it works inside the transaction which the runner opened there.
 * One client per connection, never one for all: Prisma merges look-ups of the same tick, and those of two tenants must not meet.
 */
export type Db = Omit<PrismaClient, `$${"connect" | "disconnect" | "transaction" | "on" | "extends"}`>;

type Binding = { db: Db; state: { isOpen: boolean; running: number; rolledBack: boolean } };

const bindings = new WeakMap<pg.PoolClient, Binding>();

export function bindingOf(connection: pg.PoolClient): Binding {
  let binding = bindings.get(connection);
  if (binding === undefined) {
    binding = bind(connection);
    bindings.set(connection, binding);
  }
  return binding;
}

/** The binding if one was ever made: a transaction that used no Prisma has none. */
export function existingBinding(connection: pg.PoolClient): Binding | undefined {
  return bindings.get(connection);
}

function bind(connection: pg.PoolClient): Binding {
  const state = { isOpen: false, running: 0, rolledBack: false };
  const pool = new SingleConnectionPool(connection, state);
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });

  const db = client.$extends({
    query: {
      async $allOperations({ args, query }) {
        if (!state.isOpen) throw new Error("A query was sent after its transaction had ended.");
        state.running += 1;
        try {
          return await query(args);
        } finally {
          state.running -= 1;
        }
      },
    },
  });
  return { db: db as unknown as Db, state };
}

/**
 * Looks like a pool to Prisma's adapter and hands out one connection. Prisma's own BEGIN and COMMIT (nested writes) are
 * dropped: the runner's transaction is already open. Its ROLLBACK marks the transaction as lost.
 */
class SingleConnectionPool extends pg.Pool {
  constructor(
    private readonly connection: pg.PoolClient,
    private readonly state: Binding["state"],
  ) {
    super({ max: 1 });
  }

  // biome-ignore lint/suspicious/noExplicitAny: the driver overloads query() with callbacks that the adapter does not use.
  override query(config: any): any {
    const text: string = typeof config === "string" ? config : config.text;
    if (/^(BEGIN|COMMIT)$/i.test(text)) return Promise.resolve({ rows: [], fields: [], rowCount: 0 });
    if (/^ROLLBACK$/i.test(text)) {
      this.state.rolledBack = true;
      return Promise.resolve({ rows: [], fields: [], rowCount: 0 });
    }
    return this.connection.query(config);
  }

  // biome-ignore lint/suspicious/noExplicitAny: see query.
  override connect(): any {
    const facade = {
      query: (config: pg.QueryConfig) => this.query(config),
      on: () => facade,
      removeListener: () => facade,
      release: () => {},
    };
    return Promise.resolve(facade);
  }
}
