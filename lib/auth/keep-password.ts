import "server-only";
import { mailTo } from "@/lib/auth/answers/recipient";
import { companyLanguage } from "@/lib/auth/devices";
import { passwordChanged } from "@/lib/auth/events";
import { hashPassword } from "@/lib/auth/password";
import { assertGoodPassword } from "@/lib/auth/password-policy";
import type { UserRow } from "@/lib/auth/queries";
import { securityPath } from "@/lib/auth/rules/account-paths";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { sendMail } from "@/lib/mail/send-mail";

/**
 * Gives a person, whose row is locked, a new password, within an operation: judged, kept, audited, announced, and told by mail.
 * Throws PasswordRefused.
 */
export async function keepPassword(context: CommandContext, user: UserRow, password: string): Promise<void> {
  const { execute, tenantId, now } = context;
  await writePassword(context, user, password, "newPassword");
  await execute(sql`
    update users set password_changed_at = ${now}, version = version + 1, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${user.id}::uuid and status = 'ACTIVE'`);
  context.audit(null, { id: user.id, changedAt: now }, "user");
  context.emit(passwordChanged({ userId: user.id }));

  const spoken = user.language ?? (await companyLanguage(context));
  const data = { name: user.name, linkPath: securityPath(user.kind), at: now };
  await sendMail(context, { template: "password-changed", data, ...mailTo({ ...user, spoken }) });
}

/** Judges a password against the person's own words and keeps its hash. `field` is where a form says what is wrong with it. */
export async function writePassword(
  { query, tenantId, now }: CommandContext,
  { id, name, email }: Pick<UserRow, "id" | "name" | "email">,
  password: string,
  field = "password",
): Promise<void> {
  const [company] = await query<{
    name: string;
    legalName: string | null;
    hosts: string[];
    clients: string[];
  }>(sql`
    select name, legal_name as "legalName", array(
      select host from tenant_domains where tenant_id = ${tenantId}::uuid order by host limit 20) as hosts, array(
      select coalesce(c.company_name, c.name) from memberships m
      join clients c on c.tenant_id = m.tenant_id and c.id = m.client_id
      where m.tenant_id = ${tenantId}::uuid and m.user_id = ${id}::uuid order by c.id limit 20) as clients
    from tenants where id = ${tenantId}::uuid`);
  const { hosts = [], clients = [] } = company ?? {};
  const words = [name, email, company?.name, company?.legalName, ...hosts, ...clients];
  await assertGoodPassword(password, words, field);
  await query(sql`select credential_write(${id}::uuid, ${await hashPassword(password)}, ${now})`);
}
