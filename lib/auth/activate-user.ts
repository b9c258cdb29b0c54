import "server-only";
import { TokenUnusable } from "@/lib/auth/errors";
import { userConfirmed } from "@/lib/auth/events";
import { type UserRow, userColumns } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

/**
 * Brings an account into force whose address is now confirmed, audited and announced, within an operation. Throws TokenUnusable when
 * it does not wait for that.
 */
export async function activateUser(
  context: CommandContext,
  userId: string,
  { name, kind = "CLIENT", role }: { name: string; kind?: "STAFF" | "CLIENT"; role: string },
): Promise<UserRow> {
  const { query, tenantId, now } = context;
  const [user] = await query<UserRow>(sql`
    update users set status = 'ACTIVE', email_verified_at = ${now}, name = ${name}, kind = ${kind}::user_kind, role = ${role},
      password_changed_at = ${now}, version = version + 1, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid and status = 'PENDING'
    returning ${userColumns}`);
  if (user === undefined) throw new TokenUnusable();

  context.audit({ id: userId, status: "PENDING" }, user, "user");
  context.emit(userConfirmed({ userId }));
  return user;
}
