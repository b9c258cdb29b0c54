import "server-only";
import { invitationRevoked } from "@/lib/auth/people/events";
import { lockOpenInvitation, revokeLinks, toInvitationView } from "@/lib/auth/people/invitations";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

/** Takes an invitation back, with its links, within an operation. Throws as lockOpenInvitation does. */
export async function withdraw(context: CommandContext, invitationId: string, kind: "STAFF" | "CLIENT") {
  const { tenantId, now } = context;
  const before = await lockOpenInvitation(context, invitationId, kind);
  await context.execute(sql`
    update invitations set revoked_at = ${now} where tenant_id = ${tenantId}::uuid and id = ${invitationId}::uuid`);
  await revokeLinks(context, invitationId);

  const after = { ...before, revokedAt: now };
  context.audit(before, after, "invitation");
  context.emit(invitationRevoked({ invitationId }));
  return toInvitationView(after, now);
}
