import type { Tx } from "./database";
import type { CallRow, RunRow } from "./model";
import { addCallJobs } from "./queue";

/**
 * Capacity for concurrent calls. A call holds one slot for each of its run's keys while it is being made; sleeping and waiting
 * runs hold none. Every change of a key's slots happens under that key's lock, taken in the keys' order.
 */

/**
 * Takes the slots that a call needs. When one is not free the call is put among those who wait, and false is returned.
 * Whoever leaves capacity behind, wakes the next: no capacity is idle while somebody waits for it.
 */
export async function takeSlots(tx: Tx, run: RunRow, call: CallRow): Promise<boolean> {
  if (run.slot_keys.length === 0) return true;

  const free: number[] = [];
  for (const [index, key] of run.slot_keys.entries()) {
    await lockKey(tx, key);
    const { rows } = await tx.query<{ used: number }>(
      "select count(*)::int as used from durable.slots where key = $1 and call_id <> $2",
      [key, call.id],
    );
    free.push((run.slot_limits[index] ?? 0) - (rows[0]?.used ?? 0));
  }
  const withSpare = (spare: number) => run.slot_keys.filter((_, index) => (free[index] ?? 0) > spare);

  if (withSpare(0).length < run.slot_keys.length) {
    await tx.query(
      "insert into durable.slot_waits (key, call_id) select unnest($1::text[]), $2 on conflict do nothing",
      [run.slot_keys, call.id],
    );
    for (const key of withSpare(0)) await wakeNext(tx, key, call.id);
    return false;
  }

  await tx.query(
    "insert into durable.slots (key, call_id) select unnest($1::text[]), $2 on conflict do nothing",
    [run.slot_keys, call.id],
  );
  await tx.query("delete from durable.slot_waits where call_id = $1", [call.id]);
  for (const key of withSpare(1)) await wakeNext(tx, key);
  return true;
}

/** Gives back what a call holds and waits for, and wakes who comes next. Call it last in a transaction: it takes the keys' locks. */
export async function releaseSlots(tx: Tx, run: RunRow, callIds: readonly string[]): Promise<void> {
  if (run.slot_keys.length === 0 || callIds.length === 0) return;
  for (const key of run.slot_keys) await lockKey(tx, key);
  await tx.query("delete from durable.slot_waits where call_id = any($1)", [callIds]);
  await tx.query("delete from durable.slots where call_id = any($1)", [callIds]);
  for (const key of run.slot_keys) await wakeNext(tx, key);
}

/** Has the call that has waited longest try again; it wakes the next one itself if it leaves capacity. */
async function wakeNext(tx: Tx, key: string, after = "0"): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    "select call_id as id from durable.slot_waits where key = $1 and call_id > $2 order by call_id limit 1",
    [key, after],
  );
  await addCallJobs(tx, rows);
}

async function lockKey(tx: Tx, key: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(7203, hashtext($1))", [key]);
}
