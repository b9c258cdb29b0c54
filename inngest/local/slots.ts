import type { Tx } from "./database";
import type { CallRow, RunRow } from "./model";
import { addCallJobs } from "./queue";

/**
 * Capacity for concurrent calls. Who waits is served by the place of its run: older runs first, priority counted in. A call holds one slot for each of its run's keys while it is being made; sleeping and waiting
 * runs hold none. Every change of a key's slots happens under that key's lock, taken in the keys' order.
 */

/** Whether a call takes its slots, given that they are free. */
type LastWord = () => Promise<boolean>;

/**
 * Takes the slots that a call needs. When one is not free the call is put among those who wait (`slots`); when all are, but `lastWord`
 * says no, it takes none and waits for none (`later`). Whoever leaves capacity behind, wakes the next: no capacity is idle
 * while somebody waits for it.
 */
export async function takeSlots(
  tx: Tx,
  run: RunRow,
  call: CallRow,
  lastWord: LastWord,
): Promise<"taken" | "slots" | "later"> {
  if (run.slot_keys.length === 0) return (await lastWord()) ? "taken" : "later";

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
      `insert into durable.slot_waits (key, call_id, place) select unnest($1::text[]), $2, $3::timestamptz
       on conflict do nothing`,
      [run.slot_keys, call.id, run.place],
    );
    for (const key of withSpare(0)) await wakeNext(tx, key, { place: run.place, id: call.id });
    return "slots";
  }

  await tx.query("delete from durable.slot_waits where call_id = $1", [call.id]);
  const isTaken = await lastWord();
  if (isTaken) {
    await tx.query(
      "insert into durable.slots (key, call_id) select unnest($1::text[]), $2 on conflict do nothing",
      [run.slot_keys, call.id],
    );
  }
  for (const key of withSpare(isTaken ? 1 : 0)) await wakeNext(tx, key);
  return isTaken ? "taken" : "later";
}

/** Gives back what a call holds and waits for, and wakes who comes next. Call it last in a transaction: it takes the keys' locks. */
export async function releaseSlots(tx: Tx, run: RunRow, callIds: readonly string[]): Promise<void> {
  if (run.slot_keys.length === 0 || callIds.length === 0) return;
  for (const key of run.slot_keys) await lockKey(tx, key);
  await tx.query("delete from durable.slot_waits where call_id = any($1)", [callIds]);
  await tx.query("delete from durable.slots where call_id = any($1)", [callIds]);
  for (const key of run.slot_keys) await wakeNext(tx, key);
}

const first = { place: new Date(0), id: "0" };

/** Has the call with the earliest place (after the given one) try again; it wakes the next one itself if it leaves capacity. */
async function wakeNext(tx: Tx, key: string, after = first): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `select call_id as id from durable.slot_waits
     where key = $1 and (place, call_id) > ($2::timestamptz, $3::bigint) order by place, call_id limit 1`,
    [key, after.place, after.id],
  );
  await addCallJobs(tx, rows);
}

async function lockKey(tx: Tx, key: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(7203, hashtext($1))", [key]);
}
