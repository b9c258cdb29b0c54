import type pg from "pg";
import { config } from "@/lib/core/config/load";
import { isConnectionLoss, isPoolTimeout, isStatementTimeout } from "@/lib/core/db/failures";
import { type Sql, toQuery } from "@/lib/core/db/sql";
import { DatabaseBusy } from "@/lib/core/errors";

/**
 * Asks one question outside of any tenant's transaction: which tenant a host has, whose a session or key is. Only the narrow
 * functions that the role may call answer there. Throws DatabaseBusy when no connection is free in time or the server is away.
 */
export async function ask<Row extends pg.QueryResultRow>(pool: pg.Pool, question: Sql): Promise<Row[]> {
  try {
    return (await pool.query<Row>(toQuery(question, config().DATABASE_PREPARED))).rows;
  } catch (error) {
    const isBusy = isPoolTimeout(error) || isConnectionLoss(error) || isStatementTimeout(error);
    throw isBusy ? new DatabaseBusy() : error;
  }
}
