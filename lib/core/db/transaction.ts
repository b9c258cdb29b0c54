import type pg from "pg";
import { bindingOf, type Db, existingBinding } from "@/lib/core/db/connection-client";
import {
  isConnectionLoss,
  isPoolTimeout,
  isSerializationFailure,
  isStatementTimeout,
} from "@/lib/core/db/failures";
import { type Sql, toQuery } from "@/lib/core/db/sql";
import { DatabaseBusy, TooContended } from "@/lib/core/errors";

/** What a transaction offers. `query` and `db` share one connection and see each other's writes. */
export type Transaction = {
  /** When the transaction began, by the database's clock: the one clock that all processes share (F-20). */
  readonly startedAt: Date;
  /** Prisma, for ordinary reads and writes. */
  readonly db: Db;
  /** Our own SQL: lists, locks, conditional updates, set-based writes. Returns rows with bigint, Date and yyyy-mm-dd text. */
  query<Row = Record<string, unknown>>(query: Sql): Promise<Row[]>;
  /** Runs a statement and returns how many rows it touched. */
  execute(query: Sql): Promise<number>;
};

export type TransactionScope = {
  tenantId: string;
  /** Set for an actor who is bound to one client; policies of client-owned tables then admit that client's rows only. */
  clientId?: string | undefined;
  mode?: "read" | "write";
  isolation?: "read committed" | "repeatable read" | "serializable";
};

export type TransactionSettings = { statementTimeoutMs: number; prepared: boolean };

const attempts = 6;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Runs `work` in one transaction that sees one tenant. The setting is local to the transaction, so a pooled connection
 * carries nothing to its next user. Serialization failures and deadlocks are repeated with jitter, so `work` must have no
 * effect outside the database.
 * Throws DatabaseBusy when no connection is free in time, TooContended when repeating did not help.
 */
export async function tenantTransaction<T>(
  pool: pg.Pool,
  scope: TransactionScope,
  settings: TransactionSettings,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const begin = beginStatement(scope, settings);

  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(pool, begin, settings.prepared, work);
    } catch (error) {
      if (!isSerializationFailure(error)) throw error;
      if (attempt === attempts) throw new TooContended();
      await pause(2 ** attempt * 5 * (0.5 + Math.random()));
    }
  }
}

async function attemptOnce<T>(
  pool: pg.Pool,
  begin: string,
  prepared: boolean,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await connect(pool);
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  connection.on("error", onError);

  const life = { isOver: false };
  const binding = existingBinding(connection);
  if (binding) Object.assign(binding.state, { isOpen: true, rolledBack: false });
  try {
    const startedAt = await beginOn(connection, begin);
    const result = await work(transactionOn(connection, prepared, startedAt, life));
    assertFinished(connection);
    await connection.query("commit");
    return result;
  } catch (error) {
    if (broken === undefined) await connection.query("rollback").catch(onError);
    throw isStatementTimeout(error) || isConnectionLoss(error) ? new DatabaseBusy() : error;
  } finally {
    life.isOver = true;
    const used = existingBinding(connection);
    // A query that still runs would slip into the next user's transaction: such a connection is not reused.
    const isUnfinished = used !== undefined && used.state.running > 0;
    if (used) used.state.isOpen = false;
    connection.removeListener("error", onError);
    connection.release(broken ?? isUnfinished);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw isPoolTimeout(error) || isConnectionLoss(error) ? new DatabaseBusy() : error;
  }
}

async function beginOn(connection: pg.PoolClient, begin: string): Promise<Date> {
  // Two statements in one message: the driver answers with two results.
  const results = (await connection.query(begin)) as unknown as pg.QueryResult<{ started_at: Date }>[];
  const row = results[1]?.rows[0];
  if (row === undefined) throw new Error("The transaction did not begin.");
  return row.started_at;
}

/** The handle dies with its transaction: the connection's next user must never be reached through it. */
function transactionOn(
  connection: pg.PoolClient,
  prepared: boolean,
  startedAt: Date,
  life: { readonly isOver: boolean },
): Transaction {
  const send = (query: Sql) => {
    if (life.isOver) throw new Error("A query was sent after its transaction had ended.");
    return connection.query(toQuery(query, prepared));
  };
  return {
    startedAt,
    get db() {
      if (life.isOver) throw new Error("A query was sent after its transaction had ended.");
      const binding = bindingOf(connection);
      binding.state.isOpen = true;
      return binding.db;
    },
    query: async <Row>(query: Sql) => (await send(query)).rows as Row[],
    execute: async (query) => (await send(query)).rowCount ?? 0,
  };
}

function assertFinished(connection: pg.PoolClient): void {
  const binding = existingBinding(connection);
  if (binding === undefined) return;
  if (binding.state.running > 0) throw new Error("The operation returned while a query was still running.");
  if (binding.state.rolledBack) throw new Error("A nested write was rolled back.");
}

/** One message: begin, and the settings that last as long as the transaction. Only checked values reach the text. */
function beginStatement(scope: TransactionScope, settings: TransactionSettings): string {
  if (!uuid.test(scope.tenantId)) throw new TypeError("not a tenant's id");
  if (scope.clientId !== undefined && !uuid.test(scope.clientId)) throw new TypeError("not a client's id");
  const isolation = scope.isolation ? ` isolation level ${scope.isolation}` : "";
  const access = scope.mode === "read" ? " read only" : "";
  return (
    `begin${isolation}${access}; select date_trunc('milliseconds', now()) as started_at, ` +
    `set_config('app.tenant_id', '${scope.tenantId}', true), ` +
    `set_config('app.client_id', '${scope.clientId ?? ""}', true), ` +
    `set_config('statement_timeout', '${Math.trunc(settings.statementTimeoutMs)}', true), ` +
    `set_config('idle_in_transaction_session_timeout', '${Math.trunc(settings.statementTimeoutMs * 2)}', true)`
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
