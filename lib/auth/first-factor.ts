import "server-only";
import type { z } from "zod";
import type { SignedInView } from "@/lib/auth/schema";
import { type SignInOrigin, startSession } from "@/lib/auth/start-session";
import type { CommandContext } from "@/lib/core/operation/operation";

/** An account whose first factor was right. */
export type ProvedAccount = {
  readonly id: string;
  readonly kind: "STAFF" | "CLIENT";
  readonly name: string;
  readonly language: string | null;
};

/**
 * What every way to sign in ends in, once it knows who it is: a session, or the question for the second factor. No way in passes
 * by here (S-28). Throws SignInRefused when the account was suspended meanwhile.
 */
export async function completeFirstFactor(
  context: CommandContext,
  account: ProvedAccount,
  origin: SignInOrigin,
): Promise<z.output<typeof SignedInView>> {
  const { id: userId, kind, name, language } = account;
  const session = await startSession(context, account, origin);
  return { step: "signed_in", sessionId: session.id, challengeId: null, userId, kind, name, language };
}
