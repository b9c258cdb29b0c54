import { type Connection, markRefused, markSent, type OutboxRow } from "./outbox";
import { sendEvents } from "./send";

type Log = Record<"info" | "warn" | "error", (message: string, fields?: Record<string, unknown>) => void>;

export type Delivery = {
  /** The durable-work server's address, and the key of its event intake. */
  baseUrl: string;
  eventKey: string;
  log: Log;
  /** Longest wait for the intake's answer; 30 s by default. */
  sendTimeoutMs?: number;
  /** Shortens back-offs, for tests. */
  backoffScale?: number;
};

/**
 * Sends rows and marks what became of them. False when nobody was there to take them: then nothing is marked. A row is marked as
 * sent only after it was accepted.
 */
export async function deliver(
  connection: Connection,
  rows: OutboxRow[],
  delivery: Delivery,
): Promise<boolean> {
  const { log, backoffScale = 1 } = delivery;
  const result = await sendEvents(delivery, rows);
  if (result.kind === "accepted") {
    await markSent(connection, rows);
    return true;
  }
  if (result.kind === "away") {
    log.warn("Durable work does not take events", { reason: result.reason, count: rows.length });
    return false;
  }
  if (rows.length > 1) return oneByOne(connection, rows, delivery);

  const [row] = rows;
  if (row) {
    const attempt = row.attempts + 1;
    await markRefused(connection, row, result.reason, backoffMs(attempt, backoffScale) * 5);
    log.error("An event is refused by durable work", { event: row.name, reason: result.reason, attempt });
  }
  return true;
}

/** A batch was refused for one of its events: the others go, and what follows the bad one on its subject waits for it. */
async function oneByOne(connection: Connection, rows: OutboxRow[], delivery: Delivery): Promise<boolean> {
  const held = new Set<string>();
  for (const row of rows) {
    if (held.has(subjectKey(row))) continue;
    if (!(await deliver(connection, [row], delivery))) return false;
    if (!row.isSent) held.add(subjectKey(row));
  }
  return true;
}

/** Doubles from one second to one minute, with jitter. */
export function backoffMs(failures: number, scale: number): number {
  return Math.min(1_000 * 2 ** (failures - 1), 60_000) * (0.8 + Math.random() * 0.4) * scale;
}

function subjectKey({ tenant_id, subject }: OutboxRow): string {
  return `${tenant_id ?? ""}/${subject}`;
}
