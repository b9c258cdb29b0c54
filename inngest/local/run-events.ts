import type pg from "pg";
import type { EventPayload } from "./model";

/** The events that started a run: one, or a batch in its order. None when there is no such run. */
export async function readEvents(
  database: Pick<pg.ClientBase, "query">,
  runId: string,
): Promise<EventPayload[]> {
  const { rows } = await database.query<{ payload: EventPayload }>(
    `select e.payload from durable.runs r
     left join durable.run_events re on re.run_id = r.id
     join durable.events e on e.id = coalesce(re.event_id, r.event_id)
     where r.id = $1 order by re.position`,
    [runId],
  );
  return rows.map(({ payload }) => payload);
}
