/**
 * How failed sign-ins slow down whoever makes them. Each attempt counts on several keys at once: the account, the address it came
 * from, and the pair of both. A browser that signed in to the account before counts on a key of its own instead, so whoever guesses
 * from elsewhere locks nobody out (F-36). Figures and their reasons stand in `docs/security/sign-in.md`.
 */
export const throttleKinds = ["account", "address", "pair", "device"] as const;
export type ThrottleKind = (typeof throttleKinds)[number];

type Limit = {
  /** Failures without consequence. */
  readonly free: number;
  /** Length of the first lock; each further failure doubles it, up to `most`. */
  readonly firstSeconds: number;
  readonly mostSeconds: number;
  /** Without a failure for so long, counting begins anew. */
  readonly forgetSeconds: number;
};

const hour = 3_600;

export const throttleLimits: Readonly<Record<ThrottleKind, Limit>> = {
  account: { free: 20, firstSeconds: 300, mostSeconds: hour, forgetSeconds: 24 * hour },
  address: { free: 50, firstSeconds: 60, mostSeconds: hour, forgetSeconds: 24 * hour },
  pair: { free: 5, firstSeconds: 30, mostSeconds: hour, forgetSeconds: 12 * hour },
  device: { free: 10, firstSeconds: 30, mostSeconds: hour / 4, forgetSeconds: 12 * hour },
};

/** Seconds for which a key is held off after its nth failure in a row; 0: not at all. */
export function lockSeconds(kind: ThrottleKind, failures: number): number {
  const { free, firstSeconds, mostSeconds } = throttleLimits[kind];
  if (failures < free) return 0;
  return Math.min(mostSeconds, firstSeconds * 2 ** Math.min(failures - free, 20));
}

/** Whether the failure begins a lock that the person should hear of: once, however long the guessing goes on. */
export function isFirstLock(kind: ThrottleKind, failures: number): boolean {
  return kind === "account" && failures === throttleLimits.account.free;
}

/** Failures before this instant no longer count. */
export function forgottenBefore(kind: ThrottleKind, now: Date): Date {
  return new Date(now.getTime() - throttleLimits[kind].forgetSeconds * 1_000);
}
