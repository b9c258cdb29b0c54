import "server-only";
import { generateAuthenticationOptions } from "@simplewebauthn/server";
import { openChallenge } from "@/lib/auth/challenges";
import { exampleCeremony, exampleOrigin } from "@/lib/auth/passkeys/examples";
import { relyingParty } from "@/lib/auth/passkeys/relying-party";
import { credentialsOf } from "@/lib/auth/passkeys/rows";
import { BeginPasskeyInput, CeremonyView } from "@/lib/auth/passkeys/schema";
import { personOf } from "@/lib/auth/queries";
import { operation } from "@/lib/core/operation/operation";

export const beginPasskeyConfirmation = operation({
  name: "auth.session.beginConfirm",
  summary: "Begin to confirm with a passkey who one is",
  audience: ["staff", "client"],
  input: BeginPasskeyInput,
  output: CeremonyView,
  example: { input: { origin: exampleOrigin }, output: exampleCeremony },
  refusals: ["auth.person_needed", "auth.passkey_refused"],
  refusedToImpersonators: true,
  async run(context, { origin }) {
    const { userId } = personOf(context.actor);
    const { id: host } = await relyingParty(origin);
    const options = await generateAuthenticationOptions({
      rpID: host,
      userVerification: "required",
      allowCredentials: await credentialsOf(context, { userId, host }),
    });
    const data = { challenge: options.challenge };
    const hold = await openChallenge(context, { purpose: "fresh_sign_in", userId, data });
    return { options: JSON.stringify(options), ...hold };
  },
});
