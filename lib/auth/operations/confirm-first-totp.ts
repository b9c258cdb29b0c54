import "server-only";
import { closeChallenge, countAttempt, lockChallenge } from "@/lib/auth/challenges";
import { CodeRefused } from "@/lib/auth/errors";
import { secondFactorAdded } from "@/lib/auth/events";
import { enter } from "@/lib/auth/first-factor";
import { renewRecoveryCodes } from "@/lib/auth/recovery";
import { exampleHold, exampleRecoveryCodes, exampleSignedIn } from "@/lib/auth/second-factor/examples";
import { accountOf } from "@/lib/auth/second-factor/pending";
import { FirstSecondFactorView, GiveCodeInput } from "@/lib/auth/second-factor/schema";
import { tellSecondFactorChanged } from "@/lib/auth/second-factor/tell";
import { confirmTotp } from "@/lib/auth/totp";
import { operation } from "@/lib/core/operation/operation";

export const confirmFirstTotp = operation({
  name: "auth.session.confirmSecondFactor",
  summary: "Finish the set-up of a demanded second factor, and sign in",
  audience: ["visitor"],
  input: GiveCodeInput,
  output: FirstSecondFactorView,
  example: {
    input: { ...exampleHold, code: "287082" },
    output: { signedIn: exampleSignedIn, recoveryCodes: exampleRecoveryCodes },
  },
  refusals: [
    "auth.challenge_gone",
    "auth.code_refused",
    "auth.totp_not_begun",
    "auth.totp_already_set_up",
    "auth.sign_in_refused",
  ],
  async run(context, { code, address, userAgent, deviceSecret, ...hold }) {
    const challenge = await lockChallenge(context, hold, "second_factor_setup");
    const account = await accountOf(context, challenge);
    if (!(await confirmTotp(context, account.id, code))) {
      await countAttempt(context, challenge);
      context.refuseAndKeep(new CodeRefused());
    }

    await closeChallenge(context, challenge);
    const recoveryCodes = await renewRecoveryCodes(context, account.id);
    context.audit(null, { id: account.id, name: account.name, kind: "totp" }, "second_factor");
    context.emit(secondFactorAdded({ userId: account.id }));
    await tellSecondFactorChanged(context, account.id, "added");
    const method = challenge.method ?? "password";
    const signedIn = await enter(context, account, {
      method,
      address,
      userAgent,
      deviceSecret,
      secondFactorAt: context.now,
    });
    return { signedIn, recoveryCodes };
  },
});
