import "server-only";
import { mailTo, recipientByEmail, recipientById } from "@/lib/auth/answers/recipient";
import { issueToken, revokeTokens } from "@/lib/auth/tokens";
import type { CommandContext } from "@/lib/core/operation/operation";
import { sendMail } from "@/lib/mail/send-mail";

const confirmMinutes = 24 * 60;

/**
 * Asks at both addresses: the old one, which keeps until both have agreed, and the new one (S-27). An address that belongs to another
 * account is not written to, and the person is not told so.
 */
export async function answerAddressChange(
  context: CommandContext,
  newEmail: string,
  userId: string,
): Promise<void> {
  const user = await recipientById(context, userId);
  if (user?.status !== "ACTIVE" || (await recipientByEmail(context, newEmail)) !== undefined) return;

  await revokeTokens(context, userId, ["change_email_old", "change_email_new"]);
  const asked = { userId, email: newEmail, validMinutes: confirmMinutes };
  const old = await issueToken(context, { purpose: "change_email_old", ...asked });
  const fresh = await issueToken(context, { purpose: "change_email_new", ...asked });

  const { name } = user;
  const { expiresAt } = old;
  await sendMail(context, {
    template: "change-email-confirm-old",
    ...mailTo(user),
    data: { name, newAddress: newEmail, linkPath: `/change-email/old/${old.token}`, expiresAt },
  });
  await sendMail(context, {
    template: "change-email-confirm-new",
    ...mailTo(user),
    to: { address: newEmail, name },
    data: { name, linkPath: `/change-email/new/${fresh.token}`, expiresAt },
  });
}
