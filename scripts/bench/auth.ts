import { randomBytes } from "node:crypto";
import { requestReset } from "@/lib/auth/operations/request-reset";
import { requestSignInLink } from "@/lib/auth/operations/request-sign-in-link";
import { hashPassword, verifyPassword, withPasswordPlace } from "@/lib/auth/password";
import { listClients } from "@/lib/clients/operations/list-clients";
import { Refusal } from "@/lib/core/errors";
import { systemActor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { requestRegistration } from "@/lib/onboarding/operations/request-registration";
import { type ScratchDatabase, scratchDatabase } from "../db/scratch-database";
import { attempt, bruteForce } from "./auth/guesses";
import { type BenchPeople, benchPassword, benchPeople } from "./auth/people";
import { median, quantile } from "./measure";
import type { BenchCase, BenchDefinition, Measure } from "./types";

const storm = 200;
let database: ScratchDatabase | undefined;
let people: BenchPeople = { tenantId: "", emails: [] };
let stored = "";

/** What signing in costs beside the hash, what others feel of it, and what somebody who guesses gets. */
export const bench: BenchDefinition = {
  name: "auth",
  description: `${storm} people sign in at once, against bare argon2id verifications; reads meanwhile; guesses`,
  async setup() {
    database = await scratchDatabase({ durable: true, poolMax: 20 });
    people = await benchPeople(database.owner, storm);
    stored = await hashPassword(benchPassword);
  },
  async teardown() {
    await database?.stop();
    database = undefined;
  },
  cases: () => [stormCase(), readsCase(), ...likenessCases(), guessesCase(), victimCase()],
};

function stormCase(): BenchCase {
  return {
    case: `${storm} sign in at once`,
    unit: "1/s",
    better: "higher",
    goal: 0.8,
    floor: 0.5,
    ours: () => allAtOnce(enter),
    limit: () => allAtOnce(() => withPlace(() => verifyPassword(benchPassword, stored))),
  };
}

function readsCase(): BenchCase {
  return {
    case: "a list of clients meanwhile: p95, against the same in quiet",
    unit: "ms",
    better: "lower",
    goal: 2,
    floor: 10,
    async ours() {
      let isOver = false;
      const over = allAtOnce(enter).finally(() => {
        isOver = true;
      });
      const measure = await readsUntil(() => isOver);
      await over;
      return measure;
    },
    limit() {
      const until = performance.now() + 2_000;
      return readsUntil(() => performance.now() > until);
    },
  };
}

const ways: Readonly<Record<string, (email: string) => Promise<unknown>>> = {
  "wrong password": (email) =>
    attempt(people.tenantId, { email, password: "not the password", address: anAddress() }),
  "asking for a link": (email) => run(requestSignInLink, { email }, { actor: visitor(people.tenantId) }),
  "asking for a new password": (email) => run(requestReset, { email }, { actor: visitor(people.tenantId) }),
  registering: (email) =>
    run(
      requestRegistration,
      { ...requestRegistration.example.input, email },
      { actor: visitor(people.tenantId) },
    ),
};

type Times = Record<"known" | "unknown", number[]>;

/** Known and unknown addresses asked in turn, so that what else the machine does weighs on both alike. */
async function timesOf(ask: (email: string) => Promise<unknown>): Promise<Times> {
  const took: Times = { known: [], unknown: [] };
  for (let round = 0; round < 60; round += 1) {
    for (const kind of round % 2 === 0 ? (["known", "unknown"] as const) : (["unknown", "known"] as const)) {
      const email = kind === "known" ? (people.emails[round] ?? "") : `${some()}@bench.example`;
      const started = performance.now();
      await ask(email);
      took[kind].push(performance.now() - started);
    }
  }
  return took;
}

/** F-37: how far the medians of a known and of an unknown address are apart. */
function gapCase(what: string, times: () => Promise<Times>): BenchCase {
  return {
    case: `${what}, known against unknown address: gap of medians, against 1 ms`,
    unit: "ms",
    better: "lower",
    goal: 1,
    floor: 5,
    async ours() {
      const { known, unknown } = await times();
      return { value: Math.abs(median(known) - median(unknown)) };
    },
    limit: async () => ({ value: 1 }),
  };
}

/**
 * F-37: how far the two distributions are apart as a whole: the share of pairs in which the known one took longer (Mann and Whitney's U),
 * as distance from one half. 0.15 is about where 60 against 60 of one and the same distribution stay with 99.5 %.
 */
function distanceCase(what: string, times: () => Promise<Times>): BenchCase {
  return {
    case: `${what}, known against unknown address: distance of distributions, against 0.15`,
    unit: "share",
    better: "lower",
    goal: 1,
    floor: 2,
    async ours() {
      const { known, unknown } = await times();
      const longer = known.flatMap((one) =>
        unknown.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)),
      );
      const share = longer.reduce<number>((sum, each) => sum + each, 0) / longer.length;
      return { value: Math.abs(share - 0.5) };
    },
    limit: async () => ({ value: 0.15 }),
  };
}

function likenessCases(): BenchCase[] {
  return Object.entries(ways).flatMap(([what, ask]) => {
    // Both figures of a round are of the same calls.
    let last: Promise<Times> | undefined;
    const fresh = () => {
      last = timesOf(ask);
      return last;
    };
    const same = () => last ?? fresh();
    return [gapCase(what, fresh), distanceCase(what, same)];
  });
}

function guessesCase(): BenchCase {
  return {
    case: "guesses tried of 1,000 in an hour from 100 addresses, against 24",
    unit: "count",
    better: "lower",
    goal: 1,
    floor: 1,
    async ours() {
      const account = `${some()}@bench.example`;
      const attack = { guesses: 1_000, addresses: 100, overSeconds: 3_600 };
      return { value: (await bruteForce(people.tenantId, account, attack)).tried };
    },
    limit: async () => ({ value: 24 }),
  };
}

/** F-36: how often the owner's own browser is turned away while others guess. */
function victimCase(): BenchCase {
  return {
    case: "sign-ins of the owner's browser refused under attack",
    unit: "count",
    better: "lower",
    goal: 1,
    floor: 1,
    async ours() {
      const email = people.emails.at(-1) ?? "";
      const given = { email, password: benchPassword, address: "203.0.113.7", deviceSecret: some(32) };
      let refused = 0;
      for (let round = 0; round < 5; round += 1) {
        if ((await attempt(people.tenantId, given)) !== "in") refused += 1;
        await bruteForce(people.tenantId, email, { guesses: 30, addresses: 30, overSeconds: 1 });
      }
      return { value: refused };
    },
    limit: async () => ({ value: 0 }),
  };
}

async function enter(index: number): Promise<void> {
  const given = { email: people.emails[index] ?? "", password: benchPassword, address: anAddress() };
  const code = await withPlace(() => attempt(people.tenantId, given));
  // The last one is under attack in another case.
  if (code !== "in" && index < storm - 1) throw new Error(`Not signed in: ${code}`);
}

/** As a person would: who hears that too many wait tries again shortly after. */
async function withPlace<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await withPasswordPlace(work);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "auth.busy")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function allAtOnce(work: (index: number) => Promise<unknown>): Promise<Measure> {
  const durations: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: storm }, async (_, index) => {
      await work(index);
      durations.push(performance.now() - began);
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  durations.sort((a, b) => a - b);
  return { value: storm / seconds, p50: quantile(durations, 0.5), p99: quantile(durations, 0.99) };
}

async function readsUntil(isOver: () => boolean): Promise<Measure> {
  const actor = systemActor(people.tenantId);
  const durations: number[] = [];
  do {
    const started = performance.now();
    await run(listClients, { limit: 50 }, { actor });
    durations.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 5));
  } while (!isOver() || durations.length < 20);
  durations.sort((a, b) => a - b);
  return { value: quantile(durations, 0.95), p50: quantile(durations, 0.5), p99: quantile(durations, 0.99) };
}

function some(bytes = 9): string {
  return randomBytes(bytes).toString("base64url");
}

function anAddress(): string {
  const [a = 0, b = 0, c = 0] = randomBytes(3);
  return `10.${a}.${b}.${c}`;
}
