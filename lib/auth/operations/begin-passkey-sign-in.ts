import "server-only";
import { generateAuthenticationOptions } from "@simplewebauthn/server";
import { openChallenge } from "@/lib/auth/challenges";
import { exampleCeremony, exampleOrigin } from "@/lib/auth/passkeys/examples";
import { relyingParty } from "@/lib/auth/passkeys/relying-party";
import { BeginPasskeyInput, CeremonyView } from "@/lib/auth/passkeys/schema";
import { operation } from "@/lib/core/operation/operation";

export const beginPasskeySignIn = operation({
  name: "auth.session.beginPasskey",
  summary: "Begin to sign in with a passkey",
  description: "Names nobody: the browser offers the passkeys that it has for this site.",
  audience: ["visitor"],
  input: BeginPasskeyInput,
  output: CeremonyView,
  example: { input: { origin: exampleOrigin }, output: exampleCeremony },
  refusals: ["auth.passkey_refused"],
  async run(context, { origin }) {
    const { id: rpID } = await relyingParty(origin);
    const options = await generateAuthenticationOptions({ rpID, userVerification: "required" });
    const data = { challenge: options.challenge };
    const hold = await openChallenge(context, { purpose: "passkey_sign_in", data, minutes: 15 });
    return { options: JSON.stringify(options), ...hold };
  },
});
