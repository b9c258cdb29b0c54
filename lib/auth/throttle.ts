import "server-only";
import { createHash } from "node:crypto";
import ipaddr from "ipaddr.js";
import { SignInHeldOff } from "@/lib/auth/errors";
import { accountLocked, signInFailed } from "@/lib/auth/events";
import { forgottenBefore, isFirstLock, lockSeconds, type ThrottleKind } from "@/lib/auth/rules/throttle";
import { type Sql, sql } from "@/lib/core/db/sql";
import type { Refusal } from "@/lib/core/errors";
import type { CommandContext } from "@/lib/core/operation/operation";

/** One attempt to prove who one is. `account` is what was tried, an address; whether there is such an account plays no part. */
export type Attempt = {
  readonly account: string;
  readonly address: string | null;
  /** The browser's own row, where it signed in to this very account before. */
  readonly deviceId: string | null;
};

type Key = { readonly kind: ThrottleKind; readonly key: string };

/** Refuses while one of the attempt's keys is held off. Throws SignInHeldOff; its time is that of the longest lock, in seconds. */
export async function assertNotHeldOff(
  { query, tenantId, now }: Pick<CommandContext, "query" | "tenantId" | "now">,
  attempt: Attempt,
): Promise<void> {
  const keys = keysOf(attempt).map(({ key }) => key);
  const [held] = await query<{ until: Date | null }>(sql`
    select max(locked_until) as until from sign_in_throttles
    where tenant_id = ${tenantId}::uuid and key = any(${keys}::text[]) and locked_until > ${now}`);
  const until = held?.until?.getTime();
  if (until !== undefined) throw new SignInHeldOff(Math.ceil((until - now.getTime()) / 1_000));
}

/**
 * Counts a failed attempt on all of its keys and refuses with `refusal`; the count, an audit row and events stay although the attempt
 * is refused. Does the same work whether or not the account exists (F-37): whom to tell of a lock is found out afterwards.
 */
export async function refuseAttempt(
  context: CommandContext,
  attempt: Attempt,
  { userId, refusal }: { readonly userId: string | null; readonly refusal: Refusal },
): Promise<never> {
  const counted = await countFailure(context, attempt);
  const key = accountKey(attempt.account);
  const { address, account } = attempt;
  context.audit(null, { id: userId ?? key, email: account, address, outcome: "failed" }, "sign_in");
  context.emit(signInFailed({ key, userId, from: address }));
  for (const { kind, failures, lockedUntil } of counted) {
    if (isFirstLock(kind, failures) && lockedUntil !== null) {
      context.emit(accountLocked({ key, userId, until: lockedUntil.toISOString() }));
    }
  }
  return context.refuseAndKeep(refusal);
}

/** After success the pair, or the known browser, begins anew. The account's own count stays: others may still be guessing. */
export async function forgiveAttempts(
  { execute, tenantId }: CommandContext,
  attempt: Attempt,
): Promise<void> {
  const keys = keysOf(attempt)
    .filter(({ kind }) => kind === "pair" || kind === "device")
    .map(({ key }) => key);
  await execute(sql`
    delete from sign_in_throttles where tenant_id = ${tenantId}::uuid and key = any(${keys}::text[])`);
}

type Counted = { kind: ThrottleKind; failures: number; lockedUntil: Date | null };

/** One statement adds to all keys, in an order that two attempts share; the second sets what follows from the sums. */
async function countFailure(context: CommandContext, attempt: Attempt): Promise<Counted[]> {
  const { query, execute, tenantId, now } = context;
  const keys = keysOf(attempt);
  const forgotten = keys.map(({ kind }) => forgottenBefore(kind, now));
  const rows = await query<{ key: string; failures: number }>(sql`
    insert into sign_in_throttles as t (tenant_id, key, failures, first_at, last_at)
    select ${tenantId}::uuid, k.key, 1, ${now}, ${now} from unnest(${keys.map(({ key }) => key)}::text[]) as k (key) order by k.key
    on conflict (tenant_id, key) do update set
      failures = case when t.last_at < ${forgottenFor(keys, forgotten)} then 1 else t.failures + 1 end,
      first_at = case when t.last_at < ${forgottenFor(keys, forgotten)} then excluded.first_at else t.first_at end,
      last_at = greatest(t.last_at, excluded.last_at)
    returning key, failures`);

  const counted = rows.map(({ key, failures }) => {
    const kind = keys.find((known) => known.key === key)?.kind ?? "account";
    const seconds = lockSeconds(kind, failures);
    return {
      key,
      kind,
      failures,
      lockedUntil: seconds === 0 ? null : new Date(now.getTime() + seconds * 1_000),
    };
  });
  await execute(sql`
    update sign_in_throttles t set locked_until = c.until
    from unnest(${counted.map(({ key }) => key)}::text[], ${counted.map(({ lockedUntil }) => lockedUntil)}::timestamptz[]) as c (key, until)
    where t.tenant_id = ${tenantId}::uuid and t.key = c.key and c.until is not null`);
  return counted;
}

/** From when on a key's failures count, by the kind that its name begins with. */
function forgottenFor(keys: readonly Key[], instants: readonly Date[]): Sql {
  const kinds = keys.map(({ kind }) => kind);
  return sql`(select f.at from unnest(${kinds}::text[], ${[...instants]}::timestamptz[]) as f (kind, at)
    where f.kind = split_part(t.key, ':', 1))`;
}

function keysOf({ account, address, deviceId }: Attempt): Key[] {
  if (deviceId !== null) return [{ kind: "device", key: `device:${deviceId}` }];

  const own = accountKey(account);
  const keys: Key[] = [{ kind: "account", key: `account:${own}` }];
  if (address !== null) {
    const place = networkOf(address);
    keys.push({ kind: "address", key: `address:${place}` }, { kind: "pair", key: `pair:${place}|${own}` });
  }
  return keys;
}

/** Addresses that were typed are kept as a hash: many are somebody's who has no account here. */
function accountKey(account: string): string {
  return createHash("sha256").update(account).digest("base64url").slice(0, 22);
}

/** One connection holds a whole /64 of IPv6 addresses, so that is what counts. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const { parts } = parsed as ipaddr.IPv6;
  return `${parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
