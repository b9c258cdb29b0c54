import "server-only";
import { z } from "zod";
import { endAccess } from "@/lib/auth/end-access";
import { TokenUnusable } from "@/lib/auth/errors";
import { keepPassword } from "@/lib/auth/keep-password";
import { lockUser } from "@/lib/auth/queries";
import { newPasswordSchema } from "@/lib/auth/schema";
import { takeToken, tokenSchema } from "@/lib/auth/tokens";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const resetPassword = operation({
  name: "auth.password.reset",
  summary: "Choose a new password by a link from a mail",
  description:
    "Ends every session, link and sign-in under way of the account, and forgets its known browsers. Signs nobody in: the second factor is still asked for.",
  audience: ["visitor"],
  input: z.strictObject({ token: tokenSchema, newPassword: newPasswordSchema }),
  output: z.object({ isChanged: z.literal(true) }).meta({ id: "PasswordChanged" }),
  example: {
    input: { token: "A".repeat(43), newPassword: "correct horse battery staple" },
    output: { isChanged: true },
  },
  refusals: ["auth.token_unusable", "auth.busy"],
  async run(context, { token, newPassword }) {
    const { userId, email } = await takeToken(context, "reset_password", token);
    const user = userId === null ? undefined : await lockUser(context, userId);
    if (user?.status !== "ACTIVE" || user.email !== email) throw new TokenUnusable();

    await keepPassword(context, user, newPassword);
    await endAccess(context, { userId: user.id, reason: "password_reset" });
    await context.execute(sql`
      delete from known_devices where tenant_id = ${context.tenantId}::uuid and user_id = ${user.id}::uuid`);
    return { isChanged: true as const };
  },
});
