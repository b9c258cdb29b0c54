import "server-only";
import { TotpAlreadySetUp, TotpNotBegun } from "@/lib/auth/errors";
import { totpPlace } from "@/lib/auth/second-factor/place";
import { newTotpSecret, totpStep, totpUri } from "@/lib/auth/second-factor/totp-code";
import { decrypt, encrypt } from "@/lib/core/crypto/envelope";
import { keyRing } from "@/lib/core/crypto/key-ring";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

/**
 * Begins to set an authenticator up, within an operation: a new secret that counts once a code of it was given. One that was
 * begun before is forgotten. Throws TotpAlreadySetUp.
 */
export async function beginTotp(
  context: CommandContext,
  userId: string,
): Promise<{ secret: string; uri: string }> {
  const { execute, query, tenantId, now } = context;
  const [names] = await query<{ email: string; company: string }>(sql`
    select u.email, t.name as company from users u join tenants t on t.id = u.tenant_id
    where u.tenant_id = ${tenantId}::uuid and u.id = ${userId}::uuid for no key update of u`);
  await execute(sql`
    delete from totp_factors where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and confirmed_at is null`);

  const secret = newTotpSecret();
  const ring = keyRing();
  const begun = await execute(sql`
    insert into totp_factors (tenant_id, user_id, key_id, envelope, created_at)
    values (${tenantId}::uuid, ${userId}::uuid, ${ring.currentId}, ${encrypt(secret, totpPlace(tenantId, userId), ring)}, ${now})
    on conflict do nothing`);
  if (begun === 0) throw new TotpAlreadySetUp();
  return { secret, uri: totpUri(secret, { issuer: names?.company ?? "", label: names?.email ?? "" }) };
}

/** Counts the authenticator from now on, when the code is right. False when it is not. Throws TotpNotBegun, TotpAlreadySetUp. */
export async function confirmTotp(context: CommandContext, userId: string, code: string): Promise<boolean> {
  const { query, execute, tenantId, now } = context;
  const [row] = await query<{ confirmed_at: Date | null }>(sql`
    select confirmed_at from totp_factors where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid`);
  if (row === undefined) throw new TotpNotBegun();
  if (row.confirmed_at !== null) throw new TotpAlreadySetUp();

  const step = await stepOf(context, userId, code);
  if (step === undefined) return false;
  const confirmed = await execute(sql`
    update totp_factors set confirmed_at = ${now}, last_step = ${step}
    where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and confirmed_at is null`);
  return confirmed === 1;
}

/**
 * Whether a code of the person's authenticator is right. It counts once: of those who send it at the same moment one gets true
 * (F-38), and no code of an earlier step counts after it.
 */
export async function spendTotpCode(context: CommandContext, userId: string, code: string): Promise<boolean> {
  const step = await stepOf(context, userId, code);
  if (step === undefined) return false;

  const { execute, tenantId } = context;
  const used = await execute(sql`
    update totp_factors set last_step = ${step}
    where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and confirmed_at is not null
      and (last_step is null or last_step < ${step})`);
  return used === 1;
}

/** Forgets a person's authenticator with its recovery codes. */
export async function removeTotp({ execute, tenantId }: CommandContext, userId: string): Promise<void> {
  await execute(
    sql`delete from totp_factors where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid`,
  );
  await execute(
    sql`delete from recovery_codes where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid`,
  );
}

async function stepOf(
  { query, tenantId, now }: CommandContext,
  userId: string,
  code: string,
): Promise<bigint | undefined> {
  const [row] = await query<{ envelope: string | null }>(
    sql`select totp_envelope(${userId}::uuid) as envelope`,
  );
  if (!row?.envelope) return undefined;
  const secret = decrypt(row.envelope, totpPlace(tenantId, userId), keyRing());
  return totpStep(secret, code.replace(/\s/g, ""), now);
}
