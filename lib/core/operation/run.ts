import { z } from "zod";
import { config } from "@/lib/core/config/load";
import { appPool } from "@/lib/core/db/pools";
import { sql } from "@/lib/core/db/sql";
import { type Transaction, tenantTransaction } from "@/lib/core/db/transaction";
import {
  Forbidden,
  FreshSignInNeeded,
  InvalidInput,
  type Refusal,
  RefusedToImpersonators,
  TenantSuspended,
  Unauthenticated,
} from "@/lib/core/errors";
import { type Actor, systemActor } from "@/lib/core/operation/actor";
import type { Call } from "@/lib/core/operation/call";
import { claimKey, freeKey, keepAnswer, requestHash } from "@/lib/core/operation/idempotency";
import { Journal } from "@/lib/core/operation/journal";
import type { Command, CommandContext, Operation, Query } from "@/lib/core/operation/operation";
import { wakeRelay } from "@/lib/core/operation/outbox";
import { can } from "@/lib/core/operation/permissions";
import { fieldErrors } from "@/lib/core/operation/validation";
import { encodeWire } from "@/lib/core/operation/wire";

export type Outcome<O extends z.ZodType> = {
  /** The result as the trade's values: Money, Date, bigint. */
  readonly value: z.output<O>;
  /** The same as JSON, as doors send it. */
  readonly wire: z.input<O>;
  /** True when an earlier request with the same idempotency key gave this answer. */
  readonly isReplay: boolean;
};

/**
 * The one way to run an operation: permission, input, one tenant-scoped transaction, idempotency key, audit rows and events
 * committed with the change. Input is JSON (wire form).
 * Throws a Refusal; anything else that it throws is a defect.
 */
export async function perform<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  input: unknown,
  call: Call,
): Promise<Outcome<O>> {
  authorise(operation, call.actor);
  const parsed = parseInput(operation, input);
  assertFresh(operation, call);

  return operation.kind === "query" ? read(operation, parsed, call) : change(operation, parsed, input, call);
}

/** As `perform`, for callers inside the process, who want the value. */
export async function run<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  input: z.input<I>,
  call: Call,
): Promise<z.output<O>> {
  return (await perform(operation, input, call)).value;
}

/** For durable functions: acts as the tenant's own automation. Give a key derived from run and step to make a repeat harmless. */
export async function runAsSystem<I extends z.ZodType, O extends z.ZodType>(
  tenantId: string,
  operation: Operation<I, O>,
  input: z.input<I>,
  call: Omit<Call, "actor"> = {},
): Promise<z.output<O>> {
  return run(operation, input, { ...call, actor: systemActor(tenantId) });
}

function authorise(operation: Operation, actor: Actor): void {
  if (can(actor, operation)) return;
  throw actor.kind === "visitor" ? new Unauthenticated() : new Forbidden(operation.name);
}

/** How long a proof of who one is stays fresh enough for sensitive operations. */
export const freshForMinutes = 15;

function assertFresh(operation: Operation, { actor, now = new Date() }: Call): void {
  if (operation.refusedToImpersonators && actor.impersonator) throw new RefusedToImpersonators();
  if (!operation.needsFreshSignIn || actor.kind !== "user") return;

  const proved = actor.authenticatedAt?.getTime() ?? 0;
  if (proved < now.getTime() - freshForMinutes * 60_000) throw new FreshSignInNeeded();
}

function parseInput<I extends z.ZodType>(operation: { input: I }, input: unknown): z.output<I> {
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) throw new InvalidInput(fieldErrors(parsed.error));
  return parsed.data;
}

async function read<I extends z.ZodType, O extends z.ZodType>(
  operation: Query<I, O>,
  input: z.output<I>,
  call: Call,
): Promise<Outcome<O>> {
  const value = await transaction(call.actor, "read", undefined, (tx) =>
    operation.run(
      {
        ...base(tx, call),
        get db() {
          return tx.db;
        },
      },
      input,
    ),
  );
  return { value, wire: encode(operation, value), isReplay: false };
}

async function change<I extends z.ZodType, O extends z.ZodType>(
  operation: Command<I, O>,
  input: z.output<I>,
  raw: unknown,
  call: Call,
): Promise<Outcome<O>> {
  const outcome = await transaction(call.actor, "write", operation.isolation, async (tx) => {
    const claim = { ...call, operation: operation.name, hash: requestHash(operation.name, raw) };
    const now = call.now ?? tx.startedAt;

    const earlier = await claimKey(tx, claim, now);
    if (earlier !== undefined) {
      return {
        value: z.decode(operation.output, earlier as z.input<O>),
        wire: earlier as z.input<O>,
        isReplay: true,
      };
    }

    const journal = new Journal();
    let value: z.output<O>;
    try {
      value = await operation.run(commandContext(operation, tx, call, journal), input);
    } catch (error) {
      if (!(error instanceof Kept)) throw error;
      await freeKey(tx, claim);
      await journal.write(tx, { ...call, now }, operation.name);
      return { refusal: error.refusal, hasEvents: journal.events.length > 0 };
    }
    const wire = encode(operation, value);
    await keepAnswer(tx, claim, wire);
    // Last: it locks the head of the tenant's audit chain until the commit.
    await journal.write(tx, { ...call, now }, operation.name);
    return { value, wire, isReplay: false, hasEvents: journal.events.length > 0 };
  });

  if ("hasEvents" in outcome && outcome.hasEvents) wakeRelay();
  if ("refusal" in outcome) throw outcome.refusal;
  return { value: outcome.value, wire: outcome.wire, isReplay: outcome.isReplay };
}

function commandContext(operation: Operation, tx: Transaction, call: Call, journal: Journal): CommandContext {
  const context: CommandContext = {
    ...base(tx, call),
    get db() {
      return tx.db;
    },
    execute: (statement) => tx.execute(statement),
    audit: (before, after, kind) => journal.audit(operation.name, before, after, kind),
    emit: (event) => journal.emit(event),
    refuseAndKeep: (refusal) => {
      throw new Kept(refusal);
    },
    call: async (inner, input) => {
      const parsed = parseInput(inner, input);
      return inner.kind === "query"
        ? inner.run(context, parsed)
        : inner.run(commandContext(inner, tx, call, journal), parsed);
    },
  };
  return context;
}

/** Carries a refusal out of an operation whose traces stay. Never leaves this file. */
class Kept extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

function base(tx: Transaction, call: Call) {
  return {
    actor: call.actor,
    tenantId: call.actor.tenantId,
    now: call.now ?? tx.startedAt,
    query: tx.query.bind(tx) as Transaction["query"],
  };
}

function transaction<T>(
  actor: Actor,
  mode: "read" | "write",
  isolation: Command["isolation"],
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { DATABASE_STATEMENT_TIMEOUT_MS, DATABASE_PREPARED } = config();
  const scope = { tenantId: actor.tenantId, clientId: actor.clientId, mode, ...(isolation && { isolation }) };
  const settings = { statementTimeoutMs: DATABASE_STATEMENT_TIMEOUT_MS, prepared: DATABASE_PREPARED };
  return tenantTransaction(appPool(), scope, settings, async (tx) => {
    await assertInForce(tx, actor);
    return work(tx);
  });
}

/** A person's or key's company was looked at when they were looked up, within the same request. The others come without a look. */
async function assertInForce(tx: Transaction, { kind, tenantId }: Actor): Promise<void> {
  if (kind === "user" || kind === "api_key") return;
  const found = await tx.query(
    sql`select 1 from tenants where id = ${tenantId}::uuid and status = 'SUSPENDED'`,
  );
  if (found.length > 0) throw new TenantSuspended();
}

/** What leaves is checked too: columns that the output does not name are dropped, a wrong shape is a defect. */
function encode<O extends z.ZodType>(operation: { output: O }, value: z.output<O>): z.input<O> {
  return encodeWire(operation.output, value);
}
