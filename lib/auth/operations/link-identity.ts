import "server-only";
import { z } from "zod";
import { closeChallenge, lockChallenge } from "@/lib/auth/challenges";
import { ChallengeGone, IdentityTaken } from "@/lib/auth/errors";
import { identityLinked } from "@/lib/auth/events";
import { exampleIdentity } from "@/lib/auth/providers/examples";
import { type IdentityRow, identityColumns, identityRelation } from "@/lib/auth/providers/identities";
import { findEnabledProvider } from "@/lib/auth/providers/rows";
import { IdentityView, identityFields, LinkIdentityInput } from "@/lib/auth/providers/schema";
import { personOf } from "@/lib/auth/queries";
import { exampleHold } from "@/lib/auth/second-factor/examples";
import { sql } from "@/lib/core/db/sql";
import { idSchema, newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

const Identity = z.object({ providerId: idSchema, ...identityFields });

export const linkIdentity = operation({
  name: "auth.identity.link",
  summary: "Connect one's account with a provider's",
  description: "From then on the provider signs the person in.",
  audience: ["staff", "client"],
  input: LinkIdentityInput,
  output: IdentityView,
  example: { input: exampleHold, output: exampleIdentity },
  refusals: ["auth.person_needed", "auth.challenge_gone", "auth.provider_not_found", "auth.identity_taken"],
  refusedToImpersonators: true,
  async run(context, { identity: arrived, ...hold }) {
    const { tenantId, now } = context;
    const { userId } = personOf(context.actor);
    const challenge = await lockChallenge(context, hold, "link_identity");
    // The one who signed in is the one for whom it was begun, at the provider at which it was begun.
    const identity = Identity.safeParse({ ...arrived, ...challenge.data });
    const isRight = arrived === undefined || arrived.providerId === challenge.data.providerId;
    if (challenge.userId !== userId || !identity.success || !isRight) throw new ChallengeGone();

    await closeChallenge(context, challenge);
    const { providerId, subject, email } = identity.data;
    await findEnabledProvider(context, providerId);
    const id = newId();
    const linked = await context.execute(sql`
      insert into linked_identities (id, tenant_id, user_id, provider_id, subject, email, created_at)
      values (${id}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${providerId}::uuid, ${subject}, ${email}, ${now})
      on conflict (tenant_id, provider_id, subject) do nothing`);
    if (linked === 0) throw new IdentityTaken();

    const [row] = await context.query<IdentityRow>(sql`
      select ${identityColumns} from ${identityRelation} where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`);
    if (row === undefined) throw new IdentityTaken();
    context.audit(null, { ...row, userId, providerId });
    context.emit(identityLinked({ userId }));
    return row;
  },
});
