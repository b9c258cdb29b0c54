import pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { config } from "@/lib/core/config/load";
import { appPool } from "@/lib/core/db/pools";
import { log } from "@/lib/core/log";
import { processWide } from "@/lib/core/process-wide";

/** Requests a minute: of one key or person, of one address without valid credentials, of one address that tries to sign in. */
export type LimitName = "actor" | "address" | "sign-in";

export type Quota = {
  readonly name: LimitName;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
  readonly isExceeded: boolean;
};

const windowSeconds = 60;
type Limiter = RateLimiterMemory | RateLimiterPostgres;

/**
 * Takes one request from the quota of `subject` and says what is left. When the store cannot be asked the request passes:
 * a limiter that is away must not close the house.
 */
export async function takeFromQuota(name: LimitName, subject: string): Promise<Quota> {
  const limit = limitOf(name);
  try {
    return quota(name, limit, await limiter(name, limit).consume(subject.slice(0, 200)));
  } catch (failure) {
    if (failure instanceof RateLimiterRes) return quota(name, limit, failure);
    log.warn("rate limits could not be read", { error: failure });
    return { name, limit, remaining: limit, resetSeconds: windowSeconds, isExceeded: false };
  }
}

/** What is left of a quota, without taking from it. A store that cannot be asked counts as a full one. */
export async function lookAtQuota(name: LimitName, subject: string): Promise<Quota> {
  const limit = limitOf(name);
  const untouched = { name, limit, remaining: limit, resetSeconds: windowSeconds, isExceeded: false };
  try {
    const held = await limiter(name, limit).get(subject.slice(0, 200));
    return held === null
      ? untouched
      : { ...quota(name, limit, held), isExceeded: held.consumedPoints >= limit };
  } catch (error) {
    log.warn("rate limits could not be read", { error });
    return untouched;
  }
}

/** Headers of draft-ietf-httpapi-ratelimit-headers. */
export function quotaHeaders({ name, limit, remaining, resetSeconds }: Quota): Record<string, string> {
  return {
    "RateLimit-Policy": `"${name}";q=${limit};w=${windowSeconds}`,
    RateLimit: `"${name}";r=${remaining};t=${resetSeconds}`,
  };
}

function quota(name: LimitName, limit: number, { consumedPoints, msBeforeNext }: RateLimiterRes): Quota {
  return {
    name,
    limit,
    remaining: Math.max(0, limit - consumedPoints),
    resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    isExceeded: consumedPoints > limit,
  };
}

function limitOf(name: LimitName): number {
  const settings = config();
  if (name === "actor") return settings.RATE_LIMIT_KEY_PER_MINUTE;
  return name === "address" ? settings.RATE_LIMIT_ADDRESS_PER_MINUTE : settings.RATE_LIMIT_SIGN_IN_PER_MINUTE;
}

function limiter(name: LimitName, points: number): Limiter {
  return processWide<Limiter>(`rate-limiter:${name}`, () => {
    const options = { points, duration: windowSeconds, keyPrefix: name };
    if (config().RATE_LIMIT_STORE === "memory") return new RateLimiterMemory(options);
    return new RateLimiterPostgres({
      ...options,
      // The pool of the moment, with the driver's own types: the limiter subtracts from what our pool would read as bigint.
      storeClient: {
        query: (statement: pg.QueryConfig) => appPool().query({ ...statement, types: pg.types }),
      },
      storeType: "pool",
      tableName: "rate_limits",
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
  });
}
