import { v7 } from "uuid";
import type { Tx } from "./database";
import type { EventPayload, StoredEvent } from "./model";

/** Stores an event that the server makes itself, for one function only: nobody else hears of it. */
export async function storeOwnEvent(tx: Tx, event: Omit<EventPayload, "id">): Promise<StoredEvent> {
  const id = v7();
  const payload = { id, ...event };
  await insertEvents(tx, [{ id, payload }]);
  return { id, payload };
}

export async function insertEvents(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  await tx.query(
    `insert into durable.events (id, public_id, name, payload)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::json[])`,
    [
      events.map(({ id }) => id),
      events.map(({ payload }) => payload.id),
      events.map(({ payload }) => payload.name),
      events.map(({ payload }) => JSON.stringify(payload)),
    ],
  );
}
