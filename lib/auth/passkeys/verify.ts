import "server-only";
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import type { z } from "zod";
import { PasskeyRefused } from "@/lib/auth/errors";
import { type RelyingParty, relyingParty } from "@/lib/auth/passkeys/relying-party";
import type { shownCredential } from "@/lib/auth/passkeys/schema";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

type Row = {
  id: string;
  userId: string;
  name: string;
  credentialId: Buffer;
  publicKey: Buffer;
  counter: bigint;
};

type Shown = {
  readonly origin: string;
  readonly challenge: string;
  readonly response: z.output<typeof shownCredential>;
  /** The only person whose passkey counts, where that is known already. */
  readonly userId?: string;
};

/**
 * The passkey that a browser has shown for a challenge: known here, made for this site, signed by its owner who was verified
 * (fingerprint, face, PIN). Notes the use. Refuses, and keeps what was written, when any of that fails; a counter that went back is
 * audited, for it means a copy of the key.
 */
export async function verifyPasskey(
  context: CommandContext,
  shown: Shown,
): Promise<{ id: string; userId: string }> {
  const party = await relyingParty(shown.origin);
  const passkey = await findPasskey(context, shown, party);
  const counter = passkey && (await counterOf(passkey, shown, party));
  if (passkey === undefined || counter === undefined) context.refuseAndKeep(new PasskeyRefused());

  if (!(await noteUse(context, passkey, counter))) {
    const { id, name, userId, counter: before } = passkey;
    context.audit(
      { id, name, userId, counter: before },
      { id, name, userId, counter, wentBack: true },
      "passkey",
    );
    context.refuseAndKeep(new PasskeyRefused());
  }
  return { id: passkey.id, userId: passkey.userId };
}

async function findPasskey(
  { query, tenantId }: CommandContext,
  { response, userId }: Shown,
  { id: host }: RelyingParty,
): Promise<Row | undefined> {
  const [row] = await query<Row>(sql`
    select p.id, p.user_id as "userId", p.name, p.credential_id as "credentialId", p.public_key as "publicKey", p.counter
    from passkeys p join users u on u.tenant_id = p.tenant_id and u.id = p.user_id and u.status = 'ACTIVE'
    where p.tenant_id = ${tenantId}::uuid and p.credential_id = ${Buffer.from(response.id, "base64url")}
      and p.relying_party = ${host}
      and (${userId ?? null}::uuid is null or p.user_id = ${userId ?? null}::uuid)
    for no key update of p`);
  return row;
}

/** The counter of a right answer, undefined for a wrong one. What is compared with the last one is `noteUse`'s. */
async function counterOf(
  { credentialId, publicKey }: Row,
  { response, challenge }: Shown,
  { origin, id }: RelyingParty,
): Promise<number | undefined> {
  const credential = {
    id: credentialId.toString("base64url"),
    publicKey: new Uint8Array(publicKey),
    counter: 0,
  };
  const outcome = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential,
  }).catch(() => undefined);
  return outcome?.verified ? outcome.authenticationInfo.newCounter : undefined;
}

/** Zero both times: an authenticator that does not count. Else the counter must have grown. */
async function noteUse(
  { execute, tenantId, now }: CommandContext,
  { id }: Row,
  counter: number,
): Promise<boolean> {
  const noted = await execute(sql`
    update passkeys set counter = ${counter}, last_used_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid
      and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0))`);
  return noted === 1;
}
