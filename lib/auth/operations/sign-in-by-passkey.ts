import "server-only";
import { closeChallenge, lockChallenge } from "@/lib/auth/challenges";
import { completeFirstFactor } from "@/lib/auth/first-factor";
import { exampleOrigin, examplePasskeyAnswer } from "@/lib/auth/passkeys/examples";
import { SignInByPasskeyInput } from "@/lib/auth/passkeys/schema";
import { verifyPasskey } from "@/lib/auth/passkeys/verify";
import { SignedInView } from "@/lib/auth/schema";
import { exampleHold, exampleSignedIn } from "@/lib/auth/second-factor/examples";
import { accountOf } from "@/lib/auth/second-factor/pending";
import { operation } from "@/lib/core/operation/operation";

export const signInByPasskey = operation({
  name: "auth.session.signInByPasskey",
  summary: "Sign in with a passkey",
  description: "Counts as both factors: the device is one, what unlocks the key on it the other.",
  audience: ["visitor"],
  input: SignInByPasskeyInput,
  output: SignedInView,
  example: {
    input: { ...exampleHold, origin: exampleOrigin, response: examplePasskeyAnswer },
    output: exampleSignedIn,
  },
  refusals: ["auth.challenge_gone", "auth.passkey_refused", "auth.sign_in_refused"],
  async run(context, { origin, response, address, userAgent, deviceSecret, ...hold }) {
    const challenge = await lockChallenge(context, hold, "passkey_sign_in");
    await closeChallenge(context, challenge);
    const expected = String(challenge.data.challenge);
    const { userId } = await verifyPasskey(context, { origin, challenge: expected, response });

    const account = await accountOf(context, { userId });
    const from = { method: "passkey", address, userAgent, deviceSecret, secondFactorAt: context.now };
    return completeFirstFactor(context, account, from);
  },
});
