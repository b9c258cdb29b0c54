import "server-only";
import { verifyRegistrationResponse } from "@simplewebauthn/server";
import type { z } from "zod";
import { closeChallenge, lockChallenge } from "@/lib/auth/challenges";
import { PasskeyRefused } from "@/lib/auth/errors";
import { secondFactorAdded } from "@/lib/auth/events";
import { exampleNewPasskeyAnswer, exampleOrigin, examplePasskey } from "@/lib/auth/passkeys/examples";
import { relyingParty } from "@/lib/auth/passkeys/relying-party";
import { type PasskeyRow, passkeyColumns } from "@/lib/auth/passkeys/rows";
import { type newCredential, PasskeyView, RegisterPasskeyInput } from "@/lib/auth/passkeys/schema";
import { personOf } from "@/lib/auth/queries";
import { exampleHold } from "@/lib/auth/second-factor/examples";
import { tellSecondFactorChanged } from "@/lib/auth/second-factor/tell";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const registerPasskey = operation({
  name: "auth.passkey.register",
  summary: "Add the passkey that the browser has made",
  audience: ["staff", "client"],
  input: RegisterPasskeyInput,
  output: PasskeyView,
  example: {
    input: { ...exampleHold, origin: exampleOrigin, response: exampleNewPasskeyAnswer, name: "Laptop" },
    output: examplePasskey,
  },
  refusals: ["auth.person_needed", "auth.challenge_gone", "auth.passkey_refused"],
  refusedToImpersonators: true,
  async run(context, { origin, response, name, ...hold }) {
    const { tenantId, now } = context;
    const { userId } = personOf(context.actor);
    const party = await relyingParty(origin);
    const challenge = await lockChallenge(context, hold, "passkey_register");
    await closeChallenge(context, challenge);
    const made =
      challenge.userId === userId
        ? await verified(response, { ...party, challenge: String(challenge.data.challenge) })
        : undefined;
    if (made === undefined) return context.refuseAndKeep(new PasskeyRefused());

    const [row] = await context.query<PasskeyRow>(sql`
      insert into passkeys (id, tenant_id, user_id, credential_id, public_key, counter, transports, relying_party, is_backed_up,
        name, created_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${Buffer.from(made.credential.id, "base64url")},
        ${Buffer.from(made.credential.publicKey)}, ${made.credential.counter}, ${response.response.transports}::text[],
        ${party.id}, ${made.credentialBackedUp}, ${name}, ${now})
      on conflict (tenant_id, credential_id) do nothing
      returning ${passkeyColumns}`);
    if (row === undefined) throw new PasskeyRefused();

    context.audit(null, { ...row, userId });
    context.emit(secondFactorAdded({ userId }));
    await tellSecondFactorChanged(context, userId, "added");
    return row;
  },
});

async function verified(
  response: z.output<typeof newCredential>,
  { challenge, origin, id }: { challenge: string; origin: string; id: string },
) {
  const { transports, ...attestation } = response.response;
  const outcome = await verifyRegistrationResponse({
    response: { ...response, response: attestation },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch(() => undefined);
  return outcome?.verified ? outcome.registrationInfo : undefined;
}
