import "server-only";
import { ApiKeyAlreadyRevoked, ApiKeyNotFound, PersonNeeded, SessionNotFound } from "@/lib/auth/errors";
import type { apiKeyStatuses, userKinds, userStatuses } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import type { Actor } from "@/lib/core/operation/actor";
import type { CommandContext } from "@/lib/core/operation/operation";
import type { languages } from "@/lib/core/text";

export type UserRow = {
  id: string;
  kind: (typeof userKinds)[number];
  role: string;
  email: string;
  name: string;
  language: (typeof languages)[number] | null;
  status: (typeof userStatuses)[number];
  lastSignInAt: Date | null;
  createdAt: Date;
};

export const userColumns = sql`id, kind, role, email, name, language, status,
  last_sign_in_at as "lastSignInAt", created_at as "createdAt"`;

/** Somebody whose account is in force, or undefined. */
export async function findActiveUser(
  { query, tenantId }: Pick<CommandContext, "query" | "tenantId">,
  userId: string,
): Promise<UserRow | undefined> {
  const [user] = await query<UserRow>(sql`
    select ${userColumns} from users where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid and status = 'ACTIVE'`);
  return user;
}

/** Locks a person's row for a change. Throws PersonNeeded when there is none. */
export async function lockUser(
  { query, tenantId }: Pick<CommandContext, "query" | "tenantId">,
  userId: string,
): Promise<UserRow> {
  const [user] = await query<UserRow>(sql`
    select ${userColumns} from users where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid for no key update`);
  if (user === undefined) throw new PersonNeeded();
  return user;
}

export type SessionRow = {
  id: string;
  userId: string;
  address: string | null;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  method: string;
  place: string | null;
};

export const sessionColumns = sql`id, user_id as "userId", address, user_agent as "userAgent", created_at as "createdAt",
  last_seen_at as "lastSeenAt", expires_at as "expiresAt", method, place`;

/** The signed-in person behind an actor. Throws PersonNeeded for keys and automation. */
export function personOf(actor: Actor): { userId: string; sessionId: string } {
  if (actor.kind !== "user" || actor.id === undefined || actor.sessionId === undefined)
    throw new PersonNeeded();
  return { userId: actor.id, sessionId: actor.sessionId };
}

/** Sessions that could still be used, as a condition. */
export function inForce(now: Date) {
  return sql`revoked_at is null and expires_at > ${now} and last_seen_at > ${now}::timestamptz - make_interval(mins => idle_minutes)`;
}

/** Locks one of the person's own sessions. Throws SessionNotFound for others' and for ended ones (S-29). */
export async function lockOwnSession(
  { query, tenantId, now }: CommandContext,
  { sessionId, userId }: { sessionId: string; userId: string },
): Promise<SessionRow> {
  const [row] = await query<SessionRow>(sql`
    select ${sessionColumns} from sessions
    where tenant_id = ${tenantId}::uuid and id = ${sessionId}::uuid and user_id = ${userId}::uuid and ${inForce(now)}
    for no key update`);
  if (row === undefined) throw new SessionNotFound();
  return row;
}

export type ApiKeyRow = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdById: string;
  createdByName: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

/** Keys with their creators' names. The hash is not among the columns: this role may not read it (S-62). */
export const apiKeyRelation = sql`(
  select k.tenant_id, k.id, k.name, k.prefix, k.scopes, k.created_by_id, u.name as created_by_name, k.created_at,
    k.expires_at, k.last_used_at, k.revoked_at
  from api_keys k join users u on u.tenant_id = k.tenant_id and u.id = k.created_by_id) as keys`;

export const apiKeyColumns = sql`id, name, prefix, scopes, created_by_id as "createdById", created_by_name as "createdByName",
  created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"`;

export async function findApiKey(
  { query, tenantId }: Pick<CommandContext, "query" | "tenantId">,
  apiKeyId: string,
): Promise<ApiKeyRow> {
  const [row] = await query<ApiKeyRow>(sql`
    select ${apiKeyColumns} from ${apiKeyRelation} where tenant_id = ${tenantId}::uuid and id = ${apiKeyId}::uuid`);
  if (row === undefined) throw new ApiKeyNotFound();
  return row;
}

/** Locks a key that is not revoked. Throws ApiKeyNotFound, ApiKeyAlreadyRevoked. */
export async function lockApiKey(context: CommandContext, apiKeyId: string): Promise<ApiKeyRow> {
  await context.query(sql`
    select id from api_keys where tenant_id = ${context.tenantId}::uuid and id = ${apiKeyId}::uuid for no key update`);
  const row = await findApiKey(context, apiKeyId);
  if (row.revokedAt !== null) throw new ApiKeyAlreadyRevoked();
  return row;
}

export function toApiKeyView(row: ApiKeyRow, now: Date) {
  const { createdById, createdByName, ...key } = row;
  return { ...key, createdBy: { id: createdById, name: createdByName }, status: statusOf(row, now) };
}

function statusOf({ revokedAt, expiresAt }: ApiKeyRow, now: Date): (typeof apiKeyStatuses)[number] {
  if (revokedAt !== null) return "REVOKED";
  return expiresAt !== null && expiresAt <= now ? "EXPIRED" : "ACTIVE";
}
