import { decrypt, encrypt, type Place } from "@/lib/core/crypto/envelope";
import { keyRing } from "@/lib/core/crypto/key-ring";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

/**
 * Credentials of outside parties, encrypted at rest. A record keeps the secret's id; `purpose` says what for
 * (`gateway.stripe.key`) and is part of what the ciphertext is bound to.
 */
export async function writeSecret(
  context: CommandContext,
  { purpose, plaintext, id = newId() }: { purpose: string; plaintext: string; id?: string },
): Promise<string> {
  const ring = keyRing();
  const envelope = encrypt(plaintext, placeOf(context.tenantId, id, purpose), ring);
  await context.query(
    sql`select secret_write(${id}::uuid, ${purpose}, ${ring.currentId}, ${envelope}, ${context.now}::timestamptz)`,
  );
  return id;
}

/** The plaintext, or undefined when this tenant has no such secret. Throws Undecryptable when it was tampered with. */
export async function readSecret(
  context: Pick<QueryContext, "query" | "tenantId">,
  { id, purpose }: { id: string; purpose: string },
): Promise<string | undefined> {
  const [row] = await context.query<{ envelope: string | null }>(
    sql`select secret_read(${id}::uuid, ${purpose}) as envelope`,
  );
  return row?.envelope ? decrypt(row.envelope, placeOf(context.tenantId, id, purpose), keyRing()) : undefined;
}

export async function deleteSecret(
  context: CommandContext,
  { id, purpose }: { id: string; purpose: string },
): Promise<void> {
  await context.query(sql`select secret_delete(${id}::uuid, ${purpose})`);
}

export function placeOf(tenantId: string, id: string, purpose: string): Place {
  return { tenantId, recordId: id, column: `secrets.${purpose}` };
}
