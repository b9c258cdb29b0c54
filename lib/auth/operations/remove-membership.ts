import "server-only";
import { membershipRemoved } from "@/lib/auth/people/events";
import { exampleMembership } from "@/lib/auth/people/examples";
import { assertNotLastClientOwner, lockMembership } from "@/lib/auth/people/memberships";
import { endClientAccess } from "@/lib/auth/people/narrow-access";
import { DeletedView, RemoveMembershipInput } from "@/lib/auth/people/schema";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const removeMembership = operation({
  name: "auth.membership.remove",
  summary: "Take somebody's access to a client away",
  description: "The account stays, with whatever it may do for other clients.",
  audience: ["staff", "client"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  input: RemoveMembershipInput,
  output: DeletedView,
  http: { method: "POST", path: "/memberships/{membershipId}/remove" },
  example: {
    input: { membershipId: exampleMembership.id, version: 1 },
    output: { id: exampleMembership.id },
  },
  refusals: [
    "auth.membership_not_found",
    "auth.own_account",
    "auth.person_above",
    "auth.last_client_owner",
    "core.stale_version",
  ],
  async run(context, { membershipId, version }) {
    const before = await lockMembership(context, { membershipId, version });
    await assertNotLastClientOwner(context, before);

    const { userId, clientId } = before;
    await endClientAccess(context, { userId, clientId, reason: "removed" });
    await context.execute(sql`
      delete from memberships where tenant_id = ${context.tenantId}::uuid and id = ${membershipId}::uuid`);

    context.audit(before, null);
    context.emit(membershipRemoved({ membershipId, userId, clientId }));
    return { id: membershipId };
  },
});
