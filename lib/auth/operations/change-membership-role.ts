import "server-only";
import { membershipChanged } from "@/lib/auth/people/events";
import { exampleMembership } from "@/lib/auth/people/examples";
import { assertNotLastClientOwner, findMembership, lockMembership } from "@/lib/auth/people/memberships";
import { endClientAccess } from "@/lib/auth/people/narrow-access";
import { grantableRole } from "@/lib/auth/people/roles";
import { ChangeMembershipInput, MembershipView } from "@/lib/auth/people/schema";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const changeMembershipRole = operation({
  name: "auth.membership.changeRole",
  summary: "Give somebody other rights for a client",
  description:
    "The person signs in anew. Nobody gives more than they have themselves, and a client keeps an owner.",
  audience: ["staff", "client"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  input: ChangeMembershipInput,
  output: MembershipView,
  http: { method: "POST", path: "/memberships/{membershipId}/role" },
  example: {
    input: { membershipId: exampleMembership.id, version: 1, role: "billing_contact" },
    output: { ...exampleMembership, role: "billing_contact", version: 2 },
  },
  refusals: [
    "auth.membership_not_found",
    "auth.own_account",
    "auth.person_above",
    "auth.role_not_found",
    "auth.role_not_held",
    "auth.last_client_owner",
    "core.stale_version",
  ],
  async run(context, { membershipId, version, role: key }) {
    const { tenantId, now } = context;
    const before = await lockMembership(context, { membershipId, version });
    const role = await grantableRole(context, key, "CLIENT");
    if (role.key === before.role) return before;
    await assertNotLastClientOwner(context, before);

    await context.execute(sql`
      update memberships set role = ${role.key}, version = ${version + 1}, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${membershipId}::uuid`);
    const { userId, clientId } = before;
    await endClientAccess(context, { userId, clientId, reason: "role_changed" });

    const after = await findMembership(context, membershipId);
    context.audit(before, after);
    context.emit(membershipChanged({ membershipId, userId, clientId }));
    return after;
  },
});
