import "server-only";
import {
  AlreadyInvited,
  AlreadyMember,
  InvitationClosed,
  InvitationNotFound,
} from "@/lib/auth/people/errors";
import { invitationSent } from "@/lib/auth/people/events";
import { grantableRole } from "@/lib/auth/people/roles";
import {
  type InvitationStatus,
  invitationDays,
  invitationExpiry,
  invitationStatus,
} from "@/lib/auth/rules/invitation";
import type { userKinds } from "@/lib/auth/schema";
import { issueToken } from "@/lib/auth/tokens";
import { sql } from "@/lib/core/db/sql";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import type { languages } from "@/lib/core/text";
import { sendMail } from "@/lib/mail/send-mail";

type Kind = (typeof userKinds)[number];
type Language = (typeof languages)[number];

export type InvitationRow = {
  id: string;
  kind: Kind;
  clientId: string | null;
  email: string;
  name: string | null;
  role: string;
  roleName: string | null;
  language: Language | null;
  invitedBy: string | null;
  createdAt: Date;
  sentAt: Date | null;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
};

export const invitationRelation = sql`(
  select i.*, r.name as role_name, u.name as invited_by
  from invitations i
    left join custom_roles r on r.tenant_id = i.tenant_id and r.id::text = i.role
    left join users u on u.tenant_id = i.tenant_id and u.id = i.invited_by_id) as invited`;

export const invitationColumns = sql`id, kind, client_id as "clientId", email, name, role, role_name as "roleName", language,
  invited_by as "invitedBy", created_at as "createdAt", sent_at as "sentAt", expires_at as "expiresAt",
  accepted_at as "acceptedAt", revoked_at as "revokedAt"`;

export function toInvitationView(row: InvitationRow, now: Date) {
  return { ...row, status: invitationStatus(row, now) satisfies InvitationStatus };
}

export type Invited = {
  readonly kind: Kind;
  readonly clientId: string | null;
  readonly email: string;
  readonly name: string | null;
  readonly role: string;
  readonly language: Language | null;
};

/**
 * Writes an invitation and its mail, within an operation. An invitation to the same address that has expired makes room.
 * Throws RoleNotFound, RoleNotHeld, AlreadyInvited, AlreadyMember; NotFound for a client that is not the actor's to see.
 */
export async function invite(context: CommandContext, given: Invited) {
  const { tenantId, now, actor } = context;
  const whom = await forWhom(context, given.clientId);
  const role = await grantableRole(context, given.role, given.kind);
  await assertNotThereYet(context, given);
  await context.execute(sql`
    update invitations set revoked_at = ${now}
    where tenant_id = ${tenantId}::uuid and email = ${given.email} and client_id is not distinct from ${given.clientId}::uuid
      and accepted_at is null and revoked_at is null and expires_at <= ${now}`);

  const id = newId();
  const inviter = actor.kind === "user" ? (actor.id ?? null) : null;
  const written = await context.execute(sql`
    insert into invitations (id, tenant_id, kind, client_id, email, name, role, language, invited_by_id, created_at, sent_at, expires_at)
    values (${id}::uuid, ${tenantId}::uuid, ${given.kind}::user_kind, ${given.clientId}::uuid, ${given.email}, ${given.name},
      ${role.key}, ${given.language}, ${inviter}::uuid, ${now}, ${now}, ${invitationExpiry(now)})
    on conflict do nothing`);
  if (written === 0) throw new AlreadyInvited();

  const invitation = await findInvitation(context, id, given.kind);
  await mailInvitation(context, invitation, whom);
  context.audit(null, invitation, "invitation");
  context.emit(invitationSent({ invitationId: id }));
  return toInvitationView(invitation, now);
}

/** The name that the mail says: of the client, or of the company. Throws NotFound for a client that is not there. */
async function forWhom({ query, tenantId }: CommandContext, clientId: string | null): Promise<string> {
  const [found] = await query<{ name: string }>(
    clientId === null
      ? sql`select name from tenants where id = ${tenantId}::uuid`
      : sql`select coalesce(company_name, name) as name from clients
          where tenant_id = ${tenantId}::uuid and id = ${clientId}::uuid and status = 'ACTIVE'`,
  );
  if (found === undefined) throw new NotFound("client");
  return found.name;
}

/** Staff are invited once. Of a client's people, whoever acts for that client needs no invitation. */
async function assertNotThereYet(
  { query, tenantId }: CommandContext,
  { kind, email, clientId }: Invited,
): Promise<void> {
  const [there] = await query<{ kind: Kind }>(
    kind === "STAFF"
      ? sql`select kind from users where tenant_id = ${tenantId}::uuid and email = ${email} and status <> 'ERASED'`
      : sql`select u.kind from users u left join memberships m on m.tenant_id = u.tenant_id and m.user_id = u.id
          and m.client_id = ${clientId}::uuid
          where u.tenant_id = ${tenantId}::uuid and u.email = ${email} and (u.kind = 'STAFF' or m.id is not null)`,
  );
  if (there !== undefined) throw new AlreadyMember();
}

/** An invitation of this kind that the actor may see. Throws InvitationNotFound. */
export async function findInvitation(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  invitationId: string,
  kind: Kind,
): Promise<InvitationRow> {
  const [row] = await query<InvitationRow>(sql`
    select ${invitationColumns} from ${invitationRelation}
    where tenant_id = ${tenantId}::uuid and id = ${invitationId}::uuid and kind = ${kind}::user_kind`);
  if (row === undefined) throw new InvitationNotFound();
  return row;
}

/** Locks an invitation that waits for its answer. Throws InvitationNotFound, InvitationClosed, RoleNotHeld (S-21). */
export async function lockOpenInvitation(
  context: CommandContext,
  invitationId: string,
  kind: Kind,
): Promise<InvitationRow> {
  await context.query(sql`
    select id from invitations where tenant_id = ${context.tenantId}::uuid and id = ${invitationId}::uuid for no key update`);
  const invitation = await findInvitation(context, invitationId, kind);
  if (invitation.acceptedAt !== null || invitation.revokedAt !== null) throw new InvitationClosed();
  await grantableRole(context, invitation.role, kind);
  return invitation;
}

/** A fresh link for an invitation, with a fresh expiry: links that went out before open nothing any more. */
export async function sendAgain(context: CommandContext, before: InvitationRow) {
  const { tenantId, now } = context;
  await revokeLinks(context, before.id);
  const expiresAt = invitationExpiry(now);
  await context.execute(sql`
    update invitations set sent_at = ${now}, expires_at = ${expiresAt}
    where tenant_id = ${tenantId}::uuid and id = ${before.id}::uuid and revoked_at is null`);

  const after = { ...before, sentAt: now, expiresAt };
  await mailInvitation(context, after, await forWhom(context, before.clientId));
  context.audit(before, after, "invitation");
  context.emit(invitationSent({ invitationId: before.id }));
  return toInvitationView(after, now);
}

/** Makes the links of an invitation useless. Its tokens belong to no account yet, so they are found by what they carry. */
export async function revokeLinks({ query, now }: CommandContext, invitationId: string): Promise<void> {
  await query(sql`select revoke_invitation_links(${invitationId}::uuid, ${now})`);
}

async function mailInvitation(context: CommandContext, row: InvitationRow, to: string): Promise<void> {
  const { token } = await issueToken(context, {
    purpose: "invitation",
    email: row.email,
    data: { invitationId: row.id },
    validMinutes: invitationDays * 24 * 60,
  });
  const { expiresAt } = row;
  const linkPath = `/invitation/${token}`;
  const common = {
    to: { address: row.email, name: row.name },
    language: row.language ?? (await companyLanguage(context)),
    about: { kind: "invitation", id: row.id },
    ...(row.clientId !== null && { clientId: row.clientId }),
  };
  const { kind, name: inviter } = context.actor;
  // Nobody has invited who ordered: the account comes with the order.
  if (kind === "system" && row.clientId !== null) {
    const data = { name: row.name ?? to, linkPath, expiresAt };
    await sendMail(context, { ...common, template: "account-for-buyer", data });
    return;
  }
  await sendMail(context, { ...common, template: "invitation", data: { inviter, to, linkPath, expiresAt } });
}

async function companyLanguage({ query, tenantId }: CommandContext): Promise<Language> {
  const [tenant] = await query<{ language: Language }>(
    sql`select language from tenants where id = ${tenantId}::uuid`,
  );
  return tenant?.language ?? "en";
}
