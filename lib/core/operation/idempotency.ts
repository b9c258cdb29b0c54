import { createHash } from "node:crypto";
import { sql } from "@/lib/core/db/sql";
import type { Transaction } from "@/lib/core/db/transaction";
import { IdempotencyConflict } from "@/lib/core/errors";
import type { Actor } from "@/lib/core/operation/actor";

const dayMs = 24 * 3_600_000;

/**
 * How long a key is known. People and machines repeat a request soon or never. What the company's own automation does may be asked
 * for again much later, when a backup is restored and its events come again: longer than any backup is kept.
 */
const keptMs = { user: dayMs, api_key: dayMs, visitor: dayMs, system: 400 * dayMs } as const;

type Claim = {
  readonly actor: Actor;
  readonly idempotencyKey?: string | undefined;
  readonly operation: string;
  readonly hash: Buffer;
};

/**
 * Claims a key for this transaction. Returns the stored answer when the same request was answered before, undefined when the
 * request is to be run. A second request with the key waits here until the first has committed or rolled back; a refusal rolls
 * back and frees the key, since it changed nothing.
 * Throws IdempotencyConflict when the key belongs to another request.
 */
export async function claimKey(tx: Transaction, claim: Claim, now: Date): Promise<unknown> {
  if (claim.idempotencyKey === undefined) return undefined;

  const { actor, operation, hash } = claim;
  const expiresAt = new Date(now.getTime() + keptMs[actor.kind]);
  const claimed = await tx.execute(sql`
    insert into idempotency_keys (tenant_id, actor_key, key, operation, request_hash, created_at, expires_at)
    values (${actor.tenantId}::uuid, ${actorKey(actor)}, ${claim.idempotencyKey}, ${operation}, ${hash}, ${now}, ${expiresAt})
    on conflict (tenant_id, actor_key, key) do update
      set operation = excluded.operation, request_hash = excluded.request_hash, response = null,
          created_at = excluded.created_at, expires_at = excluded.expires_at
      where idempotency_keys.expires_at <= ${now}`);
  return claimed === 1 ? undefined : storedAnswer(tx, claim);
}

async function storedAnswer(
  tx: Transaction,
  { actor, idempotencyKey, operation, hash }: Claim,
): Promise<unknown> {
  const [stored] = await tx.query<{ operation: string; request_hash: Buffer; response: unknown }>(sql`
    select operation, request_hash, response from idempotency_keys
    where tenant_id = ${actor.tenantId}::uuid and actor_key = ${actorKey(actor)} and key = ${idempotencyKey}`);

  if (stored?.operation !== operation || !stored.request_hash.equals(hash)) throw new IdempotencyConflict();
  return stored.response;
}

export async function keepAnswer(tx: Transaction, claim: Claim, answer: unknown): Promise<void> {
  if (claim.idempotencyKey === undefined) return;

  await tx.execute(sql`
    update idempotency_keys set response = ${JSON.stringify(answer)}::json
    where tenant_id = ${claim.actor.tenantId}::uuid and actor_key = ${actorKey(claim.actor)} and key = ${claim.idempotencyKey}`);
}

/** Frees a key whose request was refused although its traces are kept: a refusal is no answer to repeat. */
export async function freeKey(tx: Transaction, claim: Claim): Promise<void> {
  if (claim.idempotencyKey === undefined) return;

  await tx.execute(sql`
    delete from idempotency_keys
    where tenant_id = ${claim.actor.tenantId}::uuid and actor_key = ${actorKey(claim.actor)} and key = ${claim.idempotencyKey}`);
}

/** Hash of a request: the operation and its input with keys in one order. */
export function requestHash(operation: string, input: unknown): Buffer {
  return createHash("sha256")
    .update(JSON.stringify([operation, ordered(input)]))
    .digest();
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, ordered(inner)]);
}

function actorKey(actor: Actor): string {
  return `${actor.kind}:${actor.id ?? ""}`;
}
