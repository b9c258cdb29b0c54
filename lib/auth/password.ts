import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { Busy } from "@/lib/auth/errors";
import { beneath, schemeOf } from "@/lib/auth/legacy-password";
import { processWide } from "@/lib/core/process-wide";

/** Argon2id (the library's default), 64 MiB, three passes: above the floor of OWASP's password storage advice, about 0.1 s of one core. */
const parameters = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const current = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

/** Verified when the account is unknown, so that the answer takes as long as for a known one. Nobody's password. */
const decoy = `${current}BgnqnDMS6Gf5fEWQWR3AsA$LJkYqyq628oz7NUUMajURuRi0sMYHlNMqiHmyMxJTAI`;

/** At once, so that guessing fills neither memory (64 MiB each) nor the connection pool; and how many may wait. */
const places = { atOnce: 3, waiting: 30 };
const state = processWide("password-places", () => ({ taken: 0, queue: [] as (() => void)[] }));

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/**
 * Whether a password fits a stored hash, also one that was wrapped at import. An account without one takes the same time and never
 * fits: each call is one argon2id verification.
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const scheme = schemeOf(stored ?? decoy);
  const isRight = await verify(scheme.hash, beneath(scheme, password));
  return isRight && stored !== undefined;
}

/** Whether a stored hash was made with other parameters than today's, or wraps a former one: it is then made anew at sign-in. */
export function needsRehash(stored: string): boolean {
  return !stored.startsWith(current);
}

/**
 * Runs sign-in work, a few at a time. Taken before the transaction begins: whoever waits here holds no connection.
 * Throws Busy when too many wait already.
 */
export async function withPasswordPlace<T>(work: () => Promise<T>): Promise<T> {
  await takePlace();
  try {
    return await work();
  } finally {
    givePlace();
  }
}

async function takePlace(): Promise<void> {
  if (state.taken < places.atOnce) {
    state.taken += 1;
    return;
  }
  if (state.queue.length >= places.waiting) throw new Busy();
  await new Promise<void>((resolve) => state.queue.push(resolve));
}

/** The place goes straight to the next who waits. */
function givePlace(): void {
  const next = state.queue.shift();
  if (next) next();
  else state.taken -= 1;
}
