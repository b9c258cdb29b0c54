import "server-only";
import { endAccess } from "@/lib/auth/end-access";
import { UserNotFound } from "@/lib/auth/people/errors";
import { userRemoved } from "@/lib/auth/people/events";
import { examplePerson } from "@/lib/auth/people/examples";
import { assertNotLastOwner, lockPerson, updatePerson } from "@/lib/auth/people/people";
import { ChangeUserInput, DeletedView } from "@/lib/auth/people/schema";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { operation } from "@/lib/core/operation/operation";

export const removeUser = operation({
  name: "auth.user.remove",
  summary: "Remove a member of staff",
  description:
    "The account and everything that opens it are gone for good, and the address is free for another one. The person's name stays in the records that tell what they did.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: ChangeUserInput,
  output: DeletedView,
  example: { input: { userId: examplePerson.id, version: 1 }, output: { id: examplePerson.id } },
  refusals: [
    "auth.user_not_found",
    "auth.own_account",
    "auth.person_above",
    "auth.last_owner",
    "core.stale_version",
  ],
  async run(context, wanted) {
    const before = await lockPerson(context, wanted);
    if (before.kind !== "STAFF") throw new UserNotFound();
    await assertNotLastOwner(context, before);

    const email = `${before.id}@removed.invalid`;
    await updatePerson(
      context,
      before,
      sql`status = 'ERASED', status_reason = null, email = ${email}, role = 'removed'`,
    );
    await endAccess(context, { userId: before.id, reason: "removed", withKeys: true });
    await forgetCredentials(context, before.id);

    context.audit(before, {
      ...before,
      status: "ERASED",
      email,
      role: "removed",
      version: before.version + 1,
    });
    context.emit(userRemoved({ userId: before.id }));
    return { id: before.id };
  },
});

/** Everything by which the person could prove who they are. */
async function forgetCredentials(
  { query, execute, tenantId }: CommandContext,
  userId: string,
): Promise<void> {
  const owned = sql`tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid`;
  await query(sql`select credential_forget(${userId}::uuid)`);
  await execute(sql`delete from totp_factors where ${owned}`);
  await execute(sql`delete from recovery_codes where ${owned}`);
  await execute(sql`delete from passkeys where ${owned}`);
  await execute(sql`delete from linked_identities where ${owned}`);
  await execute(sql`delete from known_devices where ${owned}`);
}
