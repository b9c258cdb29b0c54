import { withOutbox } from "@/lib/core/operation/outbox-connection";
import { type Delivery, deliver } from "./deliver";
import { nextBatch } from "./outbox";

export type RelayPass = {
  /** Events that were handed over. */
  sent: number;
  /** Events that the intake refused; each is tried again, later and later. */
  refused: number;
  /** `done`: nothing is left that is due. `more`: the time was over. `busy`: another relay works. `away`: nobody took the events. */
  outcome: "done" | "more" | "busy" | "away";
};

type Options = Delivery & {
  /** No further batch is begun after this time. */
  budgetMs: number;
};

/**
 * Hands over what waits in the outbox, and ends: for hosts on which nothing runs all the time. Each batch is a transaction that holds
 * the relay's lock, so it takes turns with other calls and with a relay that runs all the time, and order within a subject
 * holds. A pooler in transaction mode will do: nothing is kept between transactions. A batch whose commit is lost after it was accepted goes again under the same ids.
 */
export async function relayOnce({ budgetMs, ...delivery }: Options): Promise<RelayPass> {
  const until = performance.now() + budgetMs;
  const pass: RelayPass = { sent: 0, refused: 0, outcome: "more" };
  while (performance.now() < until) {
    const outcome = await oneBatch(delivery, pass);
    if (outcome !== "more") return { ...pass, outcome };
  }
  return pass;
}

function oneBatch(delivery: Delivery, pass: RelayPass): Promise<RelayPass["outcome"]> {
  return withOutbox(async (connection) => {
    const { rows: lock } = await connection.query<{ taken: boolean }>(
      "select pg_try_advisory_xact_lock(7205, 1) as taken",
    );
    if (!lock[0]?.taken) return "busy";
    const rows = await nextBatch(connection);
    if (rows.length === 0) return "done";

    const isTaken = await deliver(connection, rows, delivery);
    pass.sent += rows.filter((row) => row.isSent).length;
    pass.refused += rows.filter((row) => row.isRefused).length;
    return isTaken ? "more" : "away";
  });
}
