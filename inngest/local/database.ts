import { createHash } from "node:crypto";
import pg from "pg";

/** A connection inside a transaction. */
export type Tx = pg.ClientBase;

/** Connections of the durable-work server. */
export function createDurablePool(connectionString: string, max: number): pg.Pool {
  const Client = PreparingClient as unknown as new () => pg.ClientBase;
  const pool = new pg.Pool({ connectionString, max, application_name: "panel1-durable", Client });
  // A broken connection is dropped by the pool when it is idle, and when it is given back. Without listeners it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/**
 * A connection that prepares each statement with values the first time, so that the database parses and plans it once. The texts are
 * constants of this folder; there are some dozens.
 */
class PreparingClient extends pg.Client {
  override query(...args: unknown[]): never {
    const [text, values] = args;
    const isPlain = typeof text === "string" && Array.isArray(values) && args.length === 2;
    const given = isPlain ? [{ name: nameOf(text), text, values }] : args;
    return (super.query as (...given: unknown[]) => never)(...given);
  }
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `d_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/** Codes of failures that leave nothing behind and may pass when tried again: deadlock, serialization, lost connection. */
const passing = new Set(["40001", "40P01", "57P01", "57P02", "57P03", "08000", "08003", "08006", "53300"]);
const networkCodes = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT"]);
const longestPauseMs = 2_000;

/**
 * Runs `work` in one transaction, again when the database lost the connection or chose it as a deadlock's victim. An outcome of
 * a commit that is unknown (the connection broke while committing) is also tried again, so `work` must find out by itself
 * whether it was already done.
 */
export async function transaction<T>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<T>,
  { patienceMs = 20_000 }: { patienceMs?: number } = {},
): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  for (let tries = 0; ; tries += 1) {
    try {
      return await once(pool, work);
    } catch (error) {
      if (!mayPass(error) || Date.now() > giveUpAt) throw error;
      await pause(Math.min(20 * 2 ** tries, longestPauseMs));
    }
  }
}

async function once<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const note = (error: Error) => {
    broken = error;
  };
  client.on("error", note);
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(note);
    throw error;
  } finally {
    client.off("error", note);
    client.release(broken);
  }
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  if (code !== undefined) return passing.has(code) || networkCodes.has(code);
  return /connection terminated|not queryable|timeout exceeded when trying to connect/i.test(error.message);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
