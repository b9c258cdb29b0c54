import "server-only";
import { EmailTaken } from "@/lib/auth/errors";
import { userCreated } from "@/lib/auth/events";
import { hashPassword } from "@/lib/auth/password";
import { type UserRow, userColumns } from "@/lib/auth/queries";
import { isRoleName, roles } from "@/lib/auth/rules/roles";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";

export type NewUser = {
  /** Built-in role, or id of a custom one; `kind` is then given. */
  readonly role: string;
  readonly kind?: "STAFF" | "CLIENT";
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: UserRow["language"];
  /** The client that a client's role acts for. */
  readonly clientId?: string;
};

/** Creates an account with a password, audited and announced, within an operation. Throws EmailTaken. */
export async function createUser(context: CommandContext, given: NewUser): Promise<UserRow> {
  const user = await addUser(context, { ...given, kind: given.kind ?? kindOf(given.role) });
  const hash = await hashPassword(given.password);
  await context.query(sql`select credential_write(${user.id}::uuid, ${hash}, ${context.now})`);
  if (given.clientId !== undefined)
    await addMembership(context, { ...given, clientId: given.clientId, userId: user.id });
  return user;
}

/** Creates an account whose address is confirmed, without a password, audited and announced. Throws EmailTaken. */
export async function addUser(
  context: CommandContext,
  {
    kind,
    role,
    email,
    name,
    language,
  }: Omit<NewUser, "password" | "clientId" | "kind"> & { kind: UserRow["kind"] },
): Promise<UserRow> {
  const { tenantId, now } = context;
  const [user] = await context.query<UserRow>(sql`
    insert into users (id, tenant_id, kind, role, email, email_verified_at, name, language, created_at, updated_at)
    values (${newId()}::uuid, ${tenantId}::uuid, ${kind}::user_kind, ${role}, ${email}, ${now}, ${name},
      ${language}, ${now}, ${now})
    on conflict (tenant_id, email) do nothing
    returning ${userColumns}`);
  if (user === undefined) throw new EmailTaken();

  context.audit(null, user, "user");
  context.emit(userCreated({ userId: user.id }));
  return user;
}

function kindOf(role: string): "STAFF" | "CLIENT" {
  if (!isRoleName(role)) throw new RangeError(`${role} is no built-in role.`);
  return roles[role].kind;
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
