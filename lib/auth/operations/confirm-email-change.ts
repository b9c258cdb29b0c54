import "server-only";
import { z } from "zod";
import { EmailTaken, TokenUnusable } from "@/lib/auth/errors";
import { emailChanged } from "@/lib/auth/events";
import { lockUser, type UserRow } from "@/lib/auth/queries";
import { revokeTokens, takeToken, tokenSchema } from "@/lib/auth/tokens";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";

const sides = ["old", "new"] as const;

export const confirmEmailChange = operation({
  name: "auth.email.confirmChange",
  summary: "Confirm a change of address",
  description: "From one of the two mails. The change is made when both sides have confirmed it.",
  audience: ["visitor"],
  input: z.strictObject({ token: tokenSchema, side: z.enum(sides) }),
  output: z
    .object({ isComplete: z.boolean().meta({ description: "Whether the other side had confirmed before." }) })
    .meta({ id: "EmailChange" }),
  example: { input: { token: "A".repeat(43), side: "old" }, output: { isComplete: false } },
  refusals: ["auth.token_unusable", "auth.email_taken"],
  async run(context, { token, side }) {
    const { userId, email } = await takeToken(context, `change_email_${side}`, token);
    if (userId === null || email === null) throw new TokenUnusable();
    // The lock makes two confirmations at the same moment see each other.
    const user = await lockUser(context, userId);
    if (user.status !== "ACTIVE") throw new TokenUnusable();

    if (!(await isOtherSideConfirmed(context, { userId, email, side }))) {
      context.audit(null, { id: userId, confirmedBy: side, newAddress: email }, "user");
      return { isComplete: false };
    }
    await changeAddress(context, user, email);
    return { isComplete: true };
  },
});

async function isOtherSideConfirmed(
  { query, tenantId, now }: CommandContext,
  { userId, email, side }: { userId: string; email: string; side: (typeof sides)[number] },
): Promise<boolean> {
  const other = side === "old" ? "change_email_new" : "change_email_old";
  const found = await query(sql`
    select 1 from one_time_tokens where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and purpose = ${other}
      and email = ${email} and used_at is not null and revoked_at is null and expires_at > ${now}`);
  return found.length > 0;
}

/** Whatever was out for the old address is void: links, resets, and the confirmations themselves (S-23). */
async function changeAddress(context: CommandContext, before: UserRow, email: string): Promise<void> {
  const { execute, tenantId, now } = context;
  const changed = await execute(sql`
    update users set email = ${email}, email_verified_at = ${now}, version = version + 1, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${before.id}::uuid and status = 'ACTIVE'
      and not exists (select 1 from users where tenant_id = ${tenantId}::uuid and email = ${email})`);
  if (changed === 0) throw new EmailTaken();

  await revokeTokens(context, before.id);
  await execute(sql`
    update one_time_tokens set revoked_at = ${now} where tenant_id = ${tenantId}::uuid and user_id = ${before.id}::uuid
      and purpose in ('change_email_old', 'change_email_new') and revoked_at is null`);
  context.audit(before, { ...before, email }, "user");
  context.emit(emailChanged({ userId: before.id }));
}
