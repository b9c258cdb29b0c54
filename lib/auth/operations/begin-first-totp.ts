import "server-only";
import { lockChallenge } from "@/lib/auth/challenges";
import { exampleHold, exampleNewTotp } from "@/lib/auth/second-factor/examples";
import { accountOf } from "@/lib/auth/second-factor/pending";
import { qrPath } from "@/lib/auth/second-factor/qr";
import { ChallengeReference, NewTotpView } from "@/lib/auth/second-factor/schema";
import { beginTotp } from "@/lib/auth/totp";
import { operation } from "@/lib/core/operation/operation";

export const beginFirstTotp = operation({
  name: "auth.session.beginSecondFactor",
  summary: "Begin to set up the second factor that the company demands",
  description: "Between the first factor and the session: whoever has to set one up can do nothing else.",
  audience: ["visitor"],
  input: ChallengeReference,
  output: NewTotpView,
  example: { input: exampleHold, output: exampleNewTotp },
  refusals: ["auth.challenge_gone", "auth.totp_already_set_up"],
  async run(context, hold) {
    const challenge = await lockChallenge(context, hold, "second_factor_setup");
    const account = await accountOf(context, challenge);
    const begun = await beginTotp(context, account.id);
    context.audit(null, { id: account.id, name: account.name }, "second_factor");
    return { ...begun, qr: qrPath(begun.uri) };
  },
});
