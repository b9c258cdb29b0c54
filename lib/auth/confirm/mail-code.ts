import "server-only";
import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { closeChallenge, countAttempt, lockChallenge } from "@/lib/auth/challenges";
import { assertGuessesLeft, countWrongCode, forgetWrongCodes } from "@/lib/auth/code-guesses";
import { CodeRefused } from "@/lib/auth/errors";
import { factorsOf } from "@/lib/auth/second-factor/factors";
import { needsSecondFactor } from "@/lib/auth/second-factor/policy";
import { waysIn } from "@/lib/auth/ways-in";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

const digits = 8;
export const mailCodeMinutes = 10;

export function newMailCode(): string {
  return String(randomInt(10 ** digits)).padStart(digits, "0");
}

/**
 * What is kept of a code that went out by mail. Keyed by the secret that only the browser holds, so that whoever reads the database
 * cannot try the hundred million codes.
 */
export function mailCodeProof(code: string, challengeSecret: string): string {
  return createHmac("sha256", challengeSecret).update(code.replace(/\s/g, "")).digest("base64url");
}

/**
 * Whether a code by mail proves enough who a person is: for those who have neither password nor authenticator, and no passkey where
 * the company demands a second factor. It is never less than what a new sign-in by mail link would ask.
 */
export async function isMailCodeEnough(context: QueryContext, userId: string): Promise<boolean> {
  const { hasPassword } = await waysIn(context, userId);
  const { totpSince, passkeys } = await factorsOf(context, userId);
  if (hasPassword || totpSince !== null) return false;
  return passkeys === 0 || !(await needsSecondFactor(context, userId));
}

type Given = {
  readonly userId: string;
  readonly sessionId: string;
  readonly code: string;
  readonly challengeId: string;
  readonly challengeSecret: string;
};

/** Checks a code from the mail, for the session that asked for it. Throws ChallengeGone, TooManyCodes; refuses a wrong one, counted. */
export async function checkMailCode(context: CommandContext, given: Given): Promise<void> {
  const { userId, sessionId, code } = given;
  await assertGuessesLeft(context, userId);
  const challenge = await lockChallenge(context, given, "mail_code");
  const isOwn = challenge.userId === userId && challenge.data.sessionId === sessionId;
  if (!isOwn || !isEqual(String(challenge.data.proof), mailCodeProof(code, given.challengeSecret))) {
    await countAttempt(context, challenge);
    await countWrongCode(context, userId);
    context.refuseAndKeep(new CodeRefused("mailCode"));
  }
  await closeChallenge(context, challenge);
  await forgetWrongCodes(context, userId);
}

function isEqual(known: string, given: string): boolean {
  const [a, b] = [Buffer.from(known), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
