import "server-only";
import { mailTo, recipientByEmail } from "@/lib/auth/answers/recipient";
import { signInByLink } from "@/lib/auth/settings";
import { countOpenTokens, issueToken } from "@/lib/auth/tokens";
import type { CommandContext } from "@/lib/core/operation/operation";
import { readSetting } from "@/lib/core/settings/read";
import { sendMail } from "@/lib/mail/send-mail";

/** How long a link that came by mail works. */
export const linkMinutes = 60;

/**
 * As many open links of a kind as a mailbox gets: who asks on and on for somebody else fills it no further, and since all of them
 * work until they are used or expire, the owner still gets in (F-36).
 */
const mostOpen = 5;

/** A link by which the account's owner gets in without a password. */
export async function answerSignInLink(
  context: CommandContext,
  email: string,
  next: string | null,
): Promise<void> {
  const user = await recipientByEmail(context, email);
  if (user?.status !== "ACTIVE" || !(await readSetting(context, signInByLink))) return;
  if ((await countOpenTokens(context, user.id, "sign_in_link")) >= mostOpen) return;

  const { token, expiresAt } = await issueToken(context, {
    purpose: "sign_in_link",
    userId: user.id,
    email,
    validMinutes: linkMinutes,
  });
  const wayOn = next === null ? "" : `?next=${encodeURIComponent(next)}`;
  const data = { name: user.name, linkPath: `/sign-in/link/${token}${wayOn}`, expiresAt };
  await sendMail(context, { template: "sign-in-link", data, ...mailTo(user) });
}

/** A link by which the account's owner chooses a new password. */
export async function answerReset(context: CommandContext, email: string): Promise<void> {
  const user = await recipientByEmail(context, email);
  if (user?.status !== "ACTIVE") return;
  if ((await countOpenTokens(context, user.id, "reset_password")) >= mostOpen) return;

  const { token, expiresAt } = await issueToken(context, {
    purpose: "reset_password",
    userId: user.id,
    email,
    validMinutes: linkMinutes,
  });
  const data = { name: user.name, linkPath: `/reset/${token}`, expiresAt };
  await sendMail(context, { template: "reset-password", data, ...mailTo(user) });
}
