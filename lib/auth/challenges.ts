import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { ChallengeGone } from "@/lib/auth/errors";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

export type ChallengePurpose =
  | "second_factor"
  | "second_factor_setup"
  | "passkey_sign_in"
  | "passkey_register"
  | "fresh_sign_in"
  | "mail_code"
  | "provider"
  | "link_identity"
  | "provider_registration";

/** What a browser that began something must show again: the id in the open, the secret from its cookie. */
export type ChallengeHold = { readonly challengeId: string; readonly challengeSecret: string };

export type Challenge = {
  id: string;
  purpose: ChallengePurpose;
  userId: string | null;
  method: string | null;
  data: Record<string, unknown>;
  attempts: number;
};

type ChallengeData = Readonly<Record<string, unknown>>;

type NewChallenge = {
  readonly purpose: ChallengePurpose;
  readonly userId?: string;
  readonly method?: string;
  /** Never a secret: it is stored as it is. As a function it is given the challenge's own, to make a proof with. */
  readonly data?: ChallengeData | ((challengeSecret: string) => ChallengeData);
  readonly minutes?: number;
};

/** Wrong answers to one challenge; after the last it is void. */
export const challengeAttempts = 5;
const usualMinutes = 10;

/** Opens a challenge, within an operation. Its secret is returned once, for the cookie of the browser that began; kept is its hash. */
export async function openChallenge(
  { execute, tenantId, now }: CommandContext,
  { purpose, userId, method, data = {}, minutes = usualMinutes }: NewChallenge,
): Promise<ChallengeHold> {
  const challengeId = newId();
  const challengeSecret = randomBytes(32).toString("base64url");
  const kept = typeof data === "function" ? data(challengeSecret) : data;
  await execute(sql`
    insert into sign_in_challenges (id, tenant_id, purpose, user_id, method, data, holder_hash, created_at, expires_at)
    values (${challengeId}::uuid, ${tenantId}::uuid, ${purpose}, ${userId ?? null}::uuid, ${method ?? null},
      ${JSON.stringify(kept)}::jsonb, ${hashOf(challengeSecret)}, ${now}, ${now}::timestamptz + make_interval(mins => ${minutes}))`);
  return { challengeId, challengeSecret };
}

/**
 * Locks a challenge that can still be answered by this browser. Throws ChallengeGone for one that is unknown, of another browser
 * or purpose, used, void, expired, or older than the last change of its user's password; and when the user is not in force (S-19).
 */
export async function lockChallenge(
  { query, tenantId, now }: CommandContext,
  { challengeId, challengeSecret }: ChallengeHold,
  purpose: ChallengePurpose,
): Promise<Challenge> {
  const [row] = await query<Challenge>(sql`
    select c.id, c.purpose, c.user_id as "userId", c.method, c.data, c.attempts
    from sign_in_challenges c
    where c.tenant_id = ${tenantId}::uuid and c.id = ${challengeId}::uuid and c.purpose = ${purpose}
      and c.holder_hash = ${hashOf(challengeSecret)} and c.used_at is null and c.expires_at > ${now}
      and c.attempts < ${challengeAttempts}
      and (c.user_id is null or exists (
        select 1 from users u where u.tenant_id = c.tenant_id and u.id = c.user_id and u.status = 'ACTIVE'
          and (u.password_changed_at is null or u.password_changed_at <= c.created_at)))
    for no key update of c`);
  if (row === undefined) throw new ChallengeGone();
  return row;
}

/** A challenge that this browser could still answer, to show what it is about. Throws ChallengeGone. */
export async function peekChallenge(
  { query, tenantId, now }: Pick<QueryContext, "query" | "tenantId" | "now">,
  { challengeId, challengeSecret }: ChallengeHold,
  purpose: ChallengePurpose,
): Promise<Pick<Challenge, "id" | "data">> {
  const [row] = await query<Pick<Challenge, "id" | "data">>(sql`
    select id, data from sign_in_challenges
    where tenant_id = ${tenantId}::uuid and id = ${challengeId}::uuid and purpose = ${purpose}
      and holder_hash = ${hashOf(challengeSecret)} and used_at is null and expires_at > ${now}`);
  if (row === undefined) throw new ChallengeGone();
  return row;
}

/** Uses a locked challenge up: it is answered once. */
export async function closeChallenge(
  { execute, tenantId, now }: CommandContext,
  { id }: Pick<Challenge, "id">,
): Promise<void> {
  await execute(sql`
    update sign_in_challenges set used_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid and used_at is null`);
}

/** Counts a wrong answer to a locked challenge. */
export async function countAttempt(
  { execute, tenantId }: CommandContext,
  { id }: Pick<Challenge, "id">,
): Promise<void> {
  await execute(sql`
    update sign_in_challenges set attempts = attempts + 1
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid and used_at is null`);
}

/** Voids whatever a user has under way: on suspension, and when the password or a factor changes (S-19). */
export async function voidChallenges(
  { execute, tenantId, now }: CommandContext,
  userId: string,
): Promise<void> {
  await execute(sql`
    update sign_in_challenges set used_at = ${now}
    where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and used_at is null`);
}

function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
