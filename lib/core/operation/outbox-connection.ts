import "server-only";
import type pg from "pg";
import { platformPool } from "@/lib/core/db/pools";

/**
 * Lends the relay a connection of the role that may read and mark the outbox of all companies, inside one transaction. When `work`
 * throws, it is rolled back and the connection is closed.
 */
export async function withOutbox<T>(work: (connection: pg.ClientBase) => Promise<T>): Promise<T> {
  const connection = await platformPool().connect();
  try {
    await connection.query("begin");
    const result = await work(connection);
    await connection.query("commit");
    connection.release();
    return result;
  } catch (error) {
    connection.release(error as Error);
    throw error;
  }
}
