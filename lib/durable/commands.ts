import "server-only";
import { type Sql, sql } from "@/lib/core/db/sql";
import { Refusal } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";
import {
  FunctionGone,
  RunBusy,
  RunCancelling,
  RunEnded,
  RunNotEnded,
  RunNotFailed,
  RunNotFound,
  RunRepeated,
} from "@/lib/durable/errors";
import { runCancelAsked, runRepeated, runRetried } from "@/lib/durable/events";
import { assertLocal, findRun, type RunRow } from "@/lib/durable/queries";

/** What the database's functions answer when they do not do it. */
const refusals: Readonly<Record<string, new () => Refusal>> = {
  not_found: RunNotFound,
  not_failed: RunNotFailed,
  busy: RunBusy,
  ended: RunEnded,
  cancelling: RunCancelling,
  not_ended: RunNotEnded,
  repeated: RunRepeated,
  function_gone: FunctionGone,
};

/** Has a failed run go on from the step at which it failed. Steps that were done keep their results. */
export async function retry(context: CommandContext, runId: string): Promise<RunRow> {
  const before = await findRun(context, runId);
  await obey(context, sql`durable.retry_run(${runId}::uuid)`);
  const after = await findRun(context, runId);
  context.audit(audited(before), audited(after), "run");
  context.emit(runRetried({ runId }));
  return after;
}

/** Asks the server to end an open run; it does so as soon as its job comes up. */
export async function cancel(context: CommandContext, runId: string): Promise<RunRow> {
  const before = await findRun(context, runId);
  await obey(context, sql`durable.cancel_run(${runId}::uuid, ${`Cancelled by ${context.actor.name}`})`);
  const after = await findRun(context, runId);
  context.audit(audited(before), audited(after), "run");
  context.emit(runCancelAsked({ runId }));
  return after;
}

/** Starts a new run of the same function for the same event. */
export async function repeat(context: CommandContext, repeatsId: string): Promise<RunRow> {
  await findRun(context, repeatsId);
  const runId = newId();
  await obey(context, sql`durable.repeat_run(${repeatsId}::uuid, ${runId}::uuid)`);
  const after = await findRun(context, runId);
  context.audit(null, audited(after), "run");
  context.emit(runRepeated({ runId, repeatsId }));
  return after;
}

/**
 * Does the same to many runs. One that does not allow it is counted by the code of its refusal and stays as it is: it must not keep
 * the others from going on.
 */
export async function toMany(
  context: CommandContext,
  runIds: readonly string[],
  deed: (context: CommandContext, runId: string) => Promise<unknown>,
): Promise<{ done: bigint; refused: { code: string; count: bigint }[] }> {
  assertLocal();
  let done = 0n;
  const refused = new Map<string, bigint>();
  for (const runId of runIds) {
    try {
      await deed(context, runId);
      done += 1n;
    } catch (error) {
      // The functions refuse before they change anything, so there is nothing to take back.
      if (!(error instanceof Refusal)) throw error;
      refused.set(error.code, (refused.get(error.code) ?? 0n) + 1n);
    }
  }
  return { done, refused: [...refused].map(([code, count]) => ({ code, count })) };
}

async function obey({ query }: CommandContext, call: Sql): Promise<void> {
  const [row] = await query<{ answer: string }>(sql`select ${call} as answer`);
  if (row?.answer === "done") return;
  const Refused = refusals[row?.answer ?? ""];
  throw Refused ? new Refused() : new Error(`The database answered ${row?.answer}`);
}

function audited({ id, functionId, state, isCancelling, retries, repeatsId, subject }: RunRow) {
  return { id, functionId, state, isCancelling, retries, repeatsId, subject };
}
