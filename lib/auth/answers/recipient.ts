import "server-only";
import { companyLanguage } from "@/lib/auth/devices";
import { type UserRow, userColumns } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import type { languages } from "@/lib/core/text";

/** Somebody to write to about their own account, in their language. */
export type Recipient = UserRow & { readonly spoken: (typeof languages)[number] };

/** The account of an address, whatever its status; undefined when there is none. */
export async function recipientByEmail(
  context: CommandContext,
  email: string,
): Promise<Recipient | undefined> {
  const [user] = await context.query<UserRow>(sql`
    select ${userColumns} from users where tenant_id = ${context.tenantId}::uuid and email = ${email}`);
  return user && withLanguage(context, user);
}

export async function recipientById(context: CommandContext, userId: string): Promise<Recipient | undefined> {
  const [user] = await context.query<UserRow>(sql`
    select ${userColumns} from users where tenant_id = ${context.tenantId}::uuid and id = ${userId}::uuid`);
  return user && withLanguage(context, user);
}

/** Where a mail about somebody's own account goes, and what it is about. */
export function mailTo({ id, email, name, spoken }: Recipient) {
  return { to: { address: email, name }, language: spoken, about: { kind: "user", id }, userId: id };
}

async function withLanguage(context: CommandContext, user: UserRow): Promise<Recipient> {
  return { ...user, spoken: user.language ?? (await companyLanguage(context)) };
}
