import "server-only";
import type { z } from "zod";
import { openChallenge } from "@/lib/auth/challenges";
import type { SignedInView } from "@/lib/auth/schema";
import { factorsOf } from "@/lib/auth/second-factor/factors";
import { needsSecondFactor } from "@/lib/auth/second-factor/policy";
import { type SignInOrigin, startSession } from "@/lib/auth/start-session";
import type { CommandContext } from "@/lib/core/operation/operation";

/** An account whose first factor was right. */
export type ProvedAccount = {
  readonly id: string;
  readonly kind: "STAFF" | "CLIENT";
  readonly name: string;
  readonly language: string | null;
};

type SignedIn = z.output<typeof SignedInView>;

/**
 * What every way to sign in ends in, once it knows who it is: a session, or the question for the second factor, or the demand to
 * set one up. No way in passes by here (S-28). An origin with `secondFactorAt` has proved both already.
 * Throws SignInRefused when the account was suspended meanwhile.
 */
export async function completeFirstFactor(
  context: CommandContext,
  account: ProvedAccount,
  origin: SignInOrigin,
): Promise<SignedIn> {
  const step = origin.secondFactorAt ? "signed_in" : await nextStep(context, account.id);
  if (step === "signed_in") return enter(context, account, origin);

  const hold = await openChallenge(context, { purpose: step, userId: account.id, method: origin.method });
  context.audit(null, { id: hold.challengeId, userId: account.id, name: account.name, step }, "challenge");
  return { ...personOf(account), step, sessionId: null, ...hold };
}

/** The session of somebody who has proved all that is asked of them. */
export async function enter(
  context: CommandContext,
  account: ProvedAccount,
  origin: SignInOrigin,
): Promise<SignedIn> {
  const session = await startSession(context, account, origin);
  return {
    ...personOf(account),
    step: "signed_in",
    sessionId: session.id,
    challengeId: null,
    challengeSecret: null,
  };
}

/**
 * An authenticator that somebody set up is always asked for. A passkey beside the password is asked for where the company demands
 * a second factor; elsewhere it is one more way in.
 */
async function nextStep(context: CommandContext, userId: string): Promise<SignedIn["step"]> {
  const { totpSince, passkeys } = await factorsOf(context, userId);
  if (totpSince !== null) return "second_factor";
  if (!(await needsSecondFactor(context, userId))) return "signed_in";
  return passkeys > 0 ? "second_factor" : "second_factor_setup";
}

function personOf({ id: userId, kind, name, language }: ProvedAccount) {
  return { userId, kind, name, language };
}
