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
    insert into users (id, tenant_id, client_id, kind, role, email, name, language, created_at, updated_at)
    values (${newId()}::uuid, ${tenantId}::uuid, ${given.clientId ?? null}::uuid, ${kind}::user_kind, ${given.role},
      ${given.email}, ${given.name}, ${given.language}, ${now}, ${now})
    on conflict (tenant_id, email) do nothing
    returning ${userColumns}`);
  if (user === undefined) throw new EmailTaken();

  const hash = await hashPassword(given.password);
  await context.query(sql`select credential_write(${user.id}::uuid, ${hash}, ${now})`);
  context.audit(null, user, "user");
  context.emit(userCreated({ userId: user.id }));
  return user;
}
