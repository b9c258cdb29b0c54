import "server-only";
import { newRecoveryCodes, recoveryCodeHash } from "@/lib/auth/second-factor/recovery-code";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

/** Ten new recovery codes in place of all earlier ones, within an operation. Returned once; kept are their hashes. */
export async function renewRecoveryCodes(
  { execute, tenantId, now }: CommandContext,
  userId: string,
): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryCodeHash(code) as Buffer);
  await execute(
    sql`delete from recovery_codes where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid`,
  );
  await execute(sql`
    insert into recovery_codes (code_hash, tenant_id, user_id, created_at)
    select hash, ${tenantId}::uuid, ${userId}::uuid, ${now} from unnest(${hashes}::bytea[]) as hash`);
  return codes;
}

/** Whether a recovery code is right: true once. */
export async function spendRecoveryCode(
  { query, now }: CommandContext,
  userId: string,
  typed: string,
): Promise<boolean> {
  const hash = recoveryCodeHash(typed);
  if (hash === undefined) return false;
  const [row] = await query<{ is_used: boolean }>(
    sql`select use_recovery_code(${userId}::uuid, ${hash}, ${now}) as is_used`,
  );
  return row?.is_used === true;
}
