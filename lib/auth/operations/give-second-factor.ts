import "server-only";
import { closeChallenge, countAttempt, lockChallenge } from "@/lib/auth/challenges";
import { CodeRefused } from "@/lib/auth/errors";
import { enter } from "@/lib/auth/first-factor";
import { SignedInView } from "@/lib/auth/schema";
import { checkCode } from "@/lib/auth/second-factor/check-code";
import { exampleHold, exampleSignedIn } from "@/lib/auth/second-factor/examples";
import { accountOf } from "@/lib/auth/second-factor/pending";
import { GiveCodeInput } from "@/lib/auth/second-factor/schema";
import { operation } from "@/lib/core/operation/operation";

export const giveSecondFactor = operation({
  name: "auth.session.giveSecondFactor",
  summary: "Finish a sign-in with the second factor",
  description:
    "A code of the authenticator or a recovery code. Five wrong ones void the sign-in; a code counts once.",
  audience: ["visitor"],
  input: GiveCodeInput,
  output: SignedInView,
  example: { input: { ...exampleHold, code: "287082" }, output: exampleSignedIn },
  refusals: ["auth.challenge_gone", "auth.code_refused", "auth.too_many_codes", "auth.sign_in_refused"],
  async run(context, { code, address, userAgent, deviceSecret, ...hold }) {
    const challenge = await lockChallenge(context, hold, "second_factor");
    const account = await accountOf(context, challenge);
    const factor = await checkCode(context, account.id, code);
    if (factor === undefined) {
      await countAttempt(context, challenge);
      const { id, attempts } = challenge;
      context.audit({ id, attempts }, { id, attempts: attempts + 1, userId: account.id }, "challenge");
      context.refuseAndKeep(new CodeRefused());
    }

    await closeChallenge(context, challenge);
    const method = challenge.method ?? "password";
    return enter(context, account, { method, address, userAgent, deviceSecret, secondFactorAt: context.now });
  },
});
