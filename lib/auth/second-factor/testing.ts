import { beginTotp } from "@/lib/auth/operations/begin-totp";
import { confirmTotp } from "@/lib/auth/operations/confirm-totp";
import { signIn } from "@/lib/auth/operations/sign-in";
import { totpCode } from "@/lib/auth/second-factor/totp-code";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { aPassword, enter } from "@/lib/auth/testing";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";

/** Signs in with the password, as the actor of the session that this gives. */
export async function actorOf(tenantId: string, email: string): Promise<Actor> {
  const holder = await findSessionHolder(await enter(tenantId, email));
  if (holder === undefined) throw new Error("Not signed in.");
  return holder.actor;
}

/** Gives a person an authenticator, confirmed a minute ago, so that the present code is unused. */
export async function anAuthenticator(tenantId: string, email: string) {
  const actor = await actorOf(tenantId, email);
  const { secret } = await run(beginTotp, {}, { actor });
  const past = new Date(Date.now() - 120_000);
  const { recoveryCodes } = await run(confirmTotp, { code: totpCode(secret, past) }, { actor, now: past });
  return { secret, recoveryCodes, actor };
}

/** The first factor: what follows it. */
export function firstFactor(tenantId: string, email: string) {
  return run(signIn, { email, password: aPassword }, { actor: visitor(tenantId) });
}

/** As `firstFactor`, where the second is asked for: what the browser then holds. */
export async function pendingSignIn(tenantId: string, email: string) {
  const { challengeId, challengeSecret, step } = await firstFactor(tenantId, email);
  if (challengeId === null || challengeSecret === null) throw new Error(`Nothing is asked for: ${step}`);
  return { challengeId, challengeSecret };
}
