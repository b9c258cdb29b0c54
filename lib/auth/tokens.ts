import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { TokenUnusable } from "@/lib/auth/errors";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

/**
 * Single-use secrets that go out by mail. 32 random bytes, of which only the SHA-256 is kept; looking one up is a look-up of that
 * hash, so it takes the same time for every text that somebody sends.
 */
export const tokenPurposes = [
  "sign_in_link",
  "verify_email",
  "reset_password",
  "change_email_old",
  "change_email_new",
  "invitation",
  "export",
] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

export type NewToken = {
  readonly purpose: TokenPurpose;
  readonly userId?: string;
  readonly email?: string;
  /** What the use needs to know. Never a secret. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly validMinutes: number;
};

export type Token = {
  readonly id: string;
  readonly userId: string | null;
  readonly email: string | null;
  readonly data: Readonly<Record<string, unknown>>;
};

/** A token as it stands in links, of whatever length: what is no token opens nothing, in the same words. */
export const tokenSchema = z.string().max(200).meta({ description: "From the link in the mail." });

type TokenRow = { id: string; user_id: string | null; email: string | null; data: Token["data"] };

/** Issues a token, within an operation. Its text is returned here and never again. */
export async function issueToken(
  { execute, tenantId, now }: CommandContext,
  { purpose, userId, email, data = {}, validMinutes }: NewToken,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + validMinutes * 60_000);
  await execute(sql`
    insert into one_time_tokens (token_hash, id, tenant_id, purpose, user_id, email, data, created_at, expires_at)
    values (${hashToken(token)}, ${newId()}::uuid, ${tenantId}::uuid, ${purpose}, ${userId ?? null}::uuid, ${email ?? null},
      ${JSON.stringify(data)}::jsonb, ${now}, ${expiresAt})`);
  return { token, expiresAt };
}

/** What a token is for, while it could still be used; undefined otherwise. Does not use it up: programs that scan mail open links. */
export async function peekToken(
  { query, now }: QueryContext,
  purpose: TokenPurpose,
  token: string,
): Promise<(Token & { readonly expiresAt: Date }) | undefined> {
  const [row] = await query<TokenRow & { expires_at: Date }>(
    sql`select * from peek_one_time_token(${hashToken(token)}, ${purpose}, ${now})`,
  );
  return row && { ...toToken(row), expiresAt: row.expires_at };
}

/**
 * Uses a token up, within an operation: of many who try at once one succeeds, and a refusal of the operation leaves it usable.
 * Throws TokenUnusable, which is the same for used, expired, revoked and invented ones, and for all of a company that is suspended.
 */
export async function takeToken(
  { query, tenantId, now }: CommandContext,
  purpose: TokenPurpose,
  token: string,
): Promise<Token> {
  const [row] = await query<TokenRow>(
    sql`select used.* from use_one_time_token(${hashToken(token)}, ${purpose}, ${now}) used
      join tenants t on t.id = ${tenantId}::uuid and t.status = 'ACTIVE'`,
  );
  if (row === undefined) throw new TokenUnusable();
  return toToken(row);
}

/** Makes the open tokens of a person useless, of some purposes or of all. */
export async function revokeTokens(
  { execute, tenantId, now }: CommandContext,
  userId: string,
  purposes: readonly TokenPurpose[] = tokenPurposes,
): Promise<void> {
  await execute(sql`
    update one_time_tokens set revoked_at = ${now}
    where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and purpose = any(${[...purposes]}::text[])
      and used_at is null and revoked_at is null`);
}

/** How many open tokens of a purpose a person has: whoever asks for links again and again fills no mailbox. */
export async function countOpenTokens(
  { query, tenantId, now }: QueryContext,
  userId: string,
  purpose: TokenPurpose,
): Promise<number> {
  const [row] = await query<{ open: number }>(sql`
    select count(*)::int as open from one_time_tokens
    where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and purpose = ${purpose}
      and used_at is null and revoked_at is null and expires_at > ${now}`);
  return row?.open ?? 0;
}

function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

function toToken({ user_id: userId, id, email, data }: TokenRow): Token {
  return { id, userId, email, data };
}
