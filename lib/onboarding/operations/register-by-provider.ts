import "server-only";
import { z } from "zod";
import { activateUser } from "@/lib/auth/activate-user";
import { closeChallenge, lockChallenge } from "@/lib/auth/challenges";
import { IdentityTaken } from "@/lib/auth/errors";
import { identityLinked } from "@/lib/auth/events";
import { completeFirstFactor } from "@/lib/auth/first-factor";
import { mayRegisterByProvider } from "@/lib/auth/providers/registration";
import { findEnabledProvider } from "@/lib/auth/providers/rows";
import type { UserRow } from "@/lib/auth/queries";
import { SignedInView, signInOrigin } from "@/lib/auth/schema";
import { exampleHold, exampleSignedIn } from "@/lib/auth/second-factor/examples";
import { challengeHold } from "@/lib/auth/second-factor/schema";
import { revokeTokens } from "@/lib/auth/tokens";
import { addMembership, addUser } from "@/lib/auth/users";
import { createClient } from "@/lib/clients/operations/create-client";
import { sql } from "@/lib/core/db/sql";
import { idSchema, newId } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { emailSchema } from "@/lib/core/text";
import { RegistrationClosed } from "@/lib/onboarding/errors";
import {
  assertCompanyNamed,
  personFields,
  type RegisteredPerson,
} from "@/lib/onboarding/registration-fields";

const Identity = z.object({ providerId: idSchema, subject: z.string(), email: emailSchema });
type Identity = z.output<typeof Identity>;

export const registerByProvider = operation({
  name: "onboarding.providedRegistration.confirm",
  summary: "Open an account with a provider's word",
  description:
    "For whoever a provider has just named, with an address that it vouches for. Brings account and client into being, connects them with the provider, and signs in.",
  audience: ["visitor"],
  input: z.strictObject({ ...challengeHold, ...personFields, ...signInOrigin }),
  output: SignedInView,
  example: {
    input: {
      ...exampleHold,
      name: "Ada Lovelace",
      country: "GB",
      currency: "GBP",
      language: "en",
      acceptsTerms: true,
    },
    output: { ...exampleSignedIn, kind: "CLIENT", name: "Ada Lovelace" },
  },
  refusals: [
    "auth.challenge_gone",
    "auth.provider_not_found",
    "auth.email_taken",
    "auth.identity_taken",
    "onboarding.registration_closed",
  ],
  async run(context, { challengeId, challengeSecret, address, userAgent, deviceSecret, ...given }) {
    const { acceptsTerms: _, ...person } = assertCompanyNamed(given);
    const challenge = await lockChallenge(context, { challengeId, challengeSecret }, "provider_registration");
    const identity = Identity.parse(challenge.data);
    const provider = await findEnabledProvider(context, identity.providerId);
    if (!(await mayRegisterByProvider(context, provider))) throw new RegistrationClosed();

    const user = await accountFor(context, identity, person);
    await connect(context, user.id, identity);
    const client = await context.call(createClient, { ...person, email: user.email });
    await addMembership(context, { userId: user.id, clientId: client.id, role: "client_owner" });
    await closeChallenge(context, challenge);
    const registered = {
      id: user.id,
      termsAcceptedAt: context.now,
      clientId: client.id,
      providerId: provider.id,
    };
    context.audit(null, registered, "registration");
    return completeFirstFactor(context, user, { method: "provider", address, userAgent, deviceSecret });
  },
});

/** A new account, or the one that waits for this very address to be confirmed. Throws EmailTaken. */
async function accountFor(
  context: CommandContext,
  { email }: Identity,
  { name, language }: RegisteredPerson,
): Promise<UserRow> {
  const [pending] = await context.query<{ id: string }>(sql`
    select id from users where tenant_id = ${context.tenantId}::uuid and email = ${email} and status = 'PENDING'
    for no key update`);
  if (pending === undefined)
    return addUser(context, { kind: "CLIENT", role: "client_owner", email, name, language });
  const user = await activateUser(context, pending.id, { name, role: "client_owner" });
  await revokeTokens(context, user.id);
  return user;
}

async function connect(
  { execute, tenantId, now, audit, emit }: CommandContext,
  userId: string,
  { providerId, subject, email }: Identity,
): Promise<void> {
  const id = newId();
  const linked = await execute(sql`
    insert into linked_identities (id, tenant_id, user_id, provider_id, subject, email, created_at, last_used_at)
    values (${id}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${providerId}::uuid, ${subject}, ${email}, ${now}, ${now})
    on conflict (tenant_id, provider_id, subject) do nothing`);
  if (linked === 0) throw new IdentityTaken();
  audit(null, { id, userId, providerId, email }, "identity");
  emit(identityLinked({ userId }));
}
