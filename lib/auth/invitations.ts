import "server-only";
import { TokenUnusable } from "@/lib/auth/errors";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

export type OpenInvitation = {
  id: string;
  kind: "STAFF" | "CLIENT";
  clientId: string | null;
  clientName: string | null;
  email: string;
  name: string | null;
  role: string;
  language: "en" | "de" | "ar" | null;
  inviter: string | null;
  userId: string | null;
  userStatus: string | null;
  userKind: "STAFF" | "CLIENT" | null;
};

/** An invitation that can still be accepted, with the account that its address has here already. Undefined otherwise. */
export async function findOpenInvitation(
  { query, tenantId, now }: Pick<QueryContext, "query" | "tenantId" | "now">,
  invitationId: string,
): Promise<OpenInvitation | undefined> {
  const [invitation] = await query<OpenInvitation>(sql`
    select i.id, i.kind, i.client_id as "clientId", coalesce(c.company_name, c.name) as "clientName", i.email, i.name, i.role,
      i.language, by.name as inviter, u.id as "userId", u.status as "userStatus", u.kind as "userKind"
    from invitations i
      left join clients c on c.tenant_id = i.tenant_id and c.id = i.client_id
      left join users by on by.tenant_id = i.tenant_id and by.id = i.invited_by_id
      left join users u on u.tenant_id = i.tenant_id and u.email = i.email
    where i.tenant_id = ${tenantId}::uuid and i.id = ${invitationId}::uuid
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > ${now}`);
  return invitation;
}

/** Marks an invitation as accepted, within an operation. Throws TokenUnusable when somebody revoked it meanwhile. */
export async function acceptInvitationRow(
  { execute, tenantId, now }: CommandContext,
  invitationId: string,
): Promise<void> {
  const accepted = await execute(sql`
    update invitations set accepted_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${invitationId}::uuid and accepted_at is null and revoked_at is null`);
  if (accepted === 0) throw new TokenUnusable();
}
