import "server-only";
import { z } from "zod";
import { endAccess } from "@/lib/auth/end-access";
import { WrongPassword } from "@/lib/auth/errors";
import { keepPassword } from "@/lib/auth/keep-password";
import { verifyPassword } from "@/lib/auth/password";
import { lockUser, personOf } from "@/lib/auth/queries";
import { newPasswordSchema, passwordSchema } from "@/lib/auth/schema";
import { assertNotHeldOff, forgiveAttempts, refuseAttempt } from "@/lib/auth/throttle";
import { sql } from "@/lib/core/db/sql";
import { FreshSignInNeeded } from "@/lib/core/errors";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { freshForMinutes } from "@/lib/core/operation/run";

export const changePassword = operation({
  name: "auth.password.change",
  summary: "Change one's own password",
  description:
    "Asks for the present password; from somebody who has none, for a sign-in of the last minutes. Ends all other sessions.",
  audience: ["staff", "client"],
  refusedToImpersonators: true,
  input: z.strictObject({
    currentPassword: passwordSchema.nullable().default(null),
    newPassword: newPasswordSchema,
  }),
  output: z.object({ sessionsEnded: z.number().int() }).meta({ id: "PasswordChange" }),
  example: {
    input: {
      currentPassword: "correct horse battery staple",
      newPassword: "seven brown bears in a rowing boat",
    },
    output: { sessionsEnded: 2 },
  },
  refusals: [
    "auth.person_needed",
    "auth.wrong_password",
    "auth.sign_in_held_off",
    "core.fresh_sign_in_needed",
    "auth.busy",
  ],
  async run(context, { currentPassword, newPassword }) {
    const { userId, sessionId } = personOf(context.actor);
    const user = await lockUser(context, userId);
    await proveOneself(context, user, currentPassword, sessionId);

    await keepPassword(context, user, newPassword);
    const sessionsEnded = await endAccess(context, {
      userId,
      reason: "password_changed",
      exceptSessionId: sessionId,
    });
    return { sessionsEnded };
  },
});

/** Guesses count for the session in which they are made: whoever found an open browser gets no further than at the form. */
async function proveOneself(
  context: CommandContext,
  { id, email }: { id: string; email: string },
  password: string | null,
  sessionId: string,
): Promise<void> {
  const { query, actor, now } = context;
  const [stored] = await query<{ hash: string | null }>(sql`select credential_hash(${id}::uuid) as hash`);
  if (stored?.hash == null) {
    const since = actor.authenticatedAt?.getTime() ?? 0;
    if (since < now.getTime() - freshForMinutes * 60_000) throw new FreshSignInNeeded();
    return;
  }

  const attempt = { account: email, address: null, deviceId: sessionId };
  await assertNotHeldOff(context, attempt);
  if (password === null || !(await verifyPassword(password, stored.hash))) {
    await refuseAttempt(context, attempt, { userId: id, refusal: new WrongPassword() });
  }
  await forgiveAttempts(context, attempt);
}
