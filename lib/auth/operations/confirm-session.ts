import "server-only";
import type { z } from "zod";
import { closeChallenge, lockChallenge } from "@/lib/auth/challenges";
import { assertGuessesLeft, countWrongCode, forgetWrongCodes } from "@/lib/auth/code-guesses";
import { checkMailCode } from "@/lib/auth/confirm/mail-code";
import { ConfirmedView, ConfirmInput } from "@/lib/auth/confirm/schema";
import { ChallengeGone, CodeRefused, PasswordWrong } from "@/lib/auth/errors";
import { verifyPasskey } from "@/lib/auth/passkeys/verify";
import { verifyPassword } from "@/lib/auth/password";
import { lockOwnSession, personOf } from "@/lib/auth/queries";
import { checkCode } from "@/lib/auth/second-factor/check-code";
import { exampleSignedIn } from "@/lib/auth/second-factor/examples";
import { sql } from "@/lib/core/db/sql";
import { InvalidInput } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";

type Proof = z.output<typeof ConfirmInput>;

export const confirmSession = operation({
  name: "auth.session.confirm",
  summary: "Confirm who one is",
  description:
    "For sensitive actions: by password, code, passkey or a code from a mail. Counts for this session only, which gets a new id with it.",
  audience: ["staff", "client"],
  input: ConfirmInput,
  output: ConfirmedView,
  example: {
    input: { password: "correct horse battery staple" },
    output: { sessionId: exampleSignedIn.sessionId, userId: exampleSignedIn.userId },
  },
  refusals: [
    "auth.person_needed",
    "auth.session_not_found",
    "auth.password_wrong",
    "auth.code_refused",
    "auth.too_many_codes",
    "auth.passkey_refused",
    "auth.challenge_gone",
  ],
  refusedToImpersonators: true,
  async run(context, proof) {
    const { tenantId, now } = context;
    const { userId, sessionId } = personOf(context.actor);
    const before = await lockOwnSession(context, { sessionId, userId });
    const isSecondFactor = await checkProof(context, { userId, sessionId }, proof);

    const id = newId();
    await context.execute(sql`
      update sessions set id = ${id}::uuid, authenticated_at = ${now},
        second_factor_at = case when ${isSecondFactor}::boolean then ${now}::timestamptz else second_factor_at end
      where tenant_id = ${tenantId}::uuid and id = ${sessionId}::uuid and revoked_at is null`);
    context.audit({ ...before, id }, { ...before, id, confirmedAt: now, formerId: sessionId });
    return { sessionId: id, userId };
  },
});

/** Whether the proof that was given is a second factor. Refuses a wrong one, counted. */
async function checkProof(
  context: CommandContext,
  { userId, sessionId }: { userId: string; sessionId: string },
  proof: Proof,
): Promise<boolean> {
  const { password, code, response, mailCode } = proof;
  const given = [password, code, response, mailCode].filter((one) => one !== undefined);
  if (given.length !== 1) {
    throw new InvalidInput([
      {
        path: "",
        code: "custom",
        message: "give one proof: password, code, passkey or the code from a mail",
      },
    ]);
  }
  if (password !== undefined) return checkPassword(context, userId, password);
  if (code !== undefined) {
    if ((await checkCode(context, userId, code)) === undefined) context.refuseAndKeep(new CodeRefused());
    return true;
  }
  if (mailCode !== undefined) {
    const { challengeId = "", challengeSecret = "" } = proof;
    if (challengeId === "") throw new ChallengeGone();
    await checkMailCode(context, { userId, sessionId, code: mailCode, challengeId, challengeSecret });
    return false;
  }
  return checkPasskey(context, userId, proof);
}

async function checkPassword(context: CommandContext, userId: string, password: string): Promise<false> {
  await assertGuessesLeft(context, userId);
  const [row] = await context.query<{ hash: string | null }>(
    sql`select credential_hash(${userId}::uuid) as hash`,
  );
  if (!(await verifyPassword(password, row?.hash ?? undefined))) {
    await countWrongCode(context, userId);
    context.refuseAndKeep(new PasswordWrong());
  }
  await forgetWrongCodes(context, userId);
  return false;
}

async function checkPasskey(context: CommandContext, userId: string, proof: Proof): Promise<true> {
  const { response, challengeId = "", challengeSecret = "", origin = "" } = proof;
  if (response === undefined || challengeId === "") throw new InvalidInput([]);
  const challenge = await lockChallenge(context, { challengeId, challengeSecret }, "fresh_sign_in");
  await closeChallenge(context, challenge);
  const expected = String(challenge.data.challenge);
  await verifyPasskey(context, { origin, challenge: expected, response, userId });
  return true;
}
