import "server-only";
import { assertGuessesLeft, countWrongCode, forgetWrongCodes } from "@/lib/auth/code-guesses";
import { spendRecoveryCode } from "@/lib/auth/recovery";
import { spendTotpCode } from "@/lib/auth/totp";
import type { CommandContext } from "@/lib/core/operation/operation";

/**
 * Checks a typed code: six digits of the authenticator, or one of the recovery codes. Returns which it was, or undefined after
 * counting the miss; the caller then refuses by `refuseAndKeep`, so that the count stays. Throws TooManyCodes.
 */
export async function checkCode(
  context: CommandContext,
  userId: string,
  typed: string,
): Promise<"totp" | "recovery_code" | undefined> {
  await assertGuessesLeft(context, userId);
  const code = typed.replace(/\s/g, "");
  const isTotp = /^\d{6}$/.test(code);

  const isRight = isTotp
    ? await spendTotpCode(context, userId, code)
    : await spendRecoveryCode(context, userId, code);
  if (!isRight) {
    await countWrongCode(context, userId);
    return undefined;
  }
  await forgetWrongCodes(context, userId);
  return isTotp ? "totp" : "recovery_code";
}
