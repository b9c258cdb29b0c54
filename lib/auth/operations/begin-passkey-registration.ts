import "server-only";
import { generateRegistrationOptions } from "@simplewebauthn/server";
import { openChallenge } from "@/lib/auth/challenges";
import { exampleCeremony, exampleOrigin } from "@/lib/auth/passkeys/examples";
import { relyingParty } from "@/lib/auth/passkeys/relying-party";
import { credentialsOf } from "@/lib/auth/passkeys/rows";
import { BeginPasskeyInput, CeremonyView } from "@/lib/auth/passkeys/schema";
import { personOf } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const beginPasskeyRegistration = operation({
  name: "auth.passkey.begin",
  summary: "Begin to add a passkey",
  audience: ["staff", "client"],
  input: BeginPasskeyInput,
  output: CeremonyView,
  example: { input: { origin: exampleOrigin }, output: exampleCeremony },
  refusals: ["auth.person_needed", "auth.passkey_refused"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  async run(context, { origin }) {
    const { userId } = personOf(context.actor);
    const { id: host } = await relyingParty(origin);
    const [names] = await context.query<{ email: string; name: string; company: string }>(sql`
      select u.email, u.name, t.name as company from users u join tenants t on t.id = u.tenant_id
      where u.tenant_id = ${context.tenantId}::uuid and u.id = ${userId}::uuid`);

    const options = await generateRegistrationOptions({
      rpID: host,
      rpName: names?.company ?? host,
      userID: new Uint8Array(Buffer.from(userId)),
      userName: names?.email ?? "",
      userDisplayName: names?.name ?? "",
      attestationType: "none",
      excludeCredentials: await credentialsOf(context, { userId, host }),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const hold = await openChallenge(context, {
      purpose: "passkey_register",
      userId,
      data: { challenge: options.challenge },
    });
    return { options: JSON.stringify(options), ...hold };
  },
});
