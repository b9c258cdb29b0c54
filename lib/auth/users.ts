import "server-only";
import { EmailTaken } from "@/lib/auth/errors";
import { userCreated } from "@/lib/auth/events";
import { hashPassword } from "@/lib/auth/password";
import { type UserRow, userColumns } from "@/lib/auth/queries";
import { type RoleName, roles } from "@/lib/auth/rules/roles";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";

export type NewUser = {
  readonly role: RoleName;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: UserRow["language"];
  /** The client that a client's role acts for. */
  readonly clientId?: string;
};

/** Creates an account with a password, audited and announced, within an operation. Throws EmailTaken. */
export async function createUser(context: CommandContext, given: NewUser): Promise<UserRow> {
  const { tenantId, now } = context;
  const { kind } = roles[given.role];
  const [user] = await context.query<UserRow>(sql`
    insert into users (id, tenant_id, kind, role, email, email_verified_at, name, language, created_at, updated_at)
    values (${newId()}::uuid, ${tenantId}::uuid, ${kind}::user_kind, ${given.role}, ${given.email}, ${now}, ${given.name},
      ${given.language}, ${now}, ${now})
    on conflict (tenant_id, email) do nothing
    returning ${userColumns}`);
  if (user === undefined) throw new EmailTaken();

  const hash = await hashPassword(given.password);
  await context.query(sql`select credential_write(${user.id}::uuid, ${hash}, ${now})`);
  context.audit(null, user, "user");
  if (given.clientId !== undefined)
    await addMembership(context, { ...given, clientId: given.clientId, userId: user.id });
  context.emit(userCreated({ userId: user.id }));
  return user;
}

export type NewMembership = { readonly userId: string; readonly clientId: string; readonly role: string };

/** Lets a user act for a client, audited, within an operation. A second membership for the same client is refused by the database. */
export async function addMembership(
  context: CommandContext,
  { userId, clientId, role }: NewMembership,
): Promise<{ id: string }> {
  const { tenantId, now } = context;
  const id = newId();
  await context.execute(sql`
    insert into memberships (id, tenant_id, user_id, client_id, role, created_at, updated_at)
    values (${id}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${clientId}::uuid, ${role}, ${now}, ${now})`);
  context.audit(null, { id, userId, clientId, role }, "membership");
  return { id };
}
