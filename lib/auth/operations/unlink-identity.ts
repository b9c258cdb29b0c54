import "server-only";
import { identityUnlinked } from "@/lib/auth/events";
import { exampleIdentity } from "@/lib/auth/providers/examples";
import { lockOwnIdentity } from "@/lib/auth/providers/identities";
import { IdentityReference, IdentityView } from "@/lib/auth/providers/schema";
import { personOf } from "@/lib/auth/queries";
import { assertWayInLeft } from "@/lib/auth/ways-in";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const unlinkIdentity = operation({
  name: "auth.identity.unlink",
  summary: "Disconnect one's account from a provider's",
  description: "Refused for the last way in.",
  audience: ["staff", "client"],
  input: IdentityReference,
  output: IdentityView,
  example: { input: { identityId: exampleIdentity.id }, output: exampleIdentity },
  refusals: ["auth.person_needed", "auth.identity_not_found", "auth.last_way_in"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  async run(context, { identityId }) {
    const { userId } = personOf(context.actor);
    const identity = await lockOwnIdentity(context, { identityId, userId });
    await context.execute(sql`
      delete from linked_identities where tenant_id = ${context.tenantId}::uuid and id = ${identityId}::uuid`);
    await assertWayInLeft(context, userId);

    context.audit({ ...identity, userId }, null);
    context.emit(identityUnlinked({ userId }));
    return identity;
  },
});
