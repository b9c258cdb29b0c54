import "server-only";
import { z } from "zod";
import { mailTo, recipientById } from "@/lib/auth/answers/recipient";
import { openChallenge } from "@/lib/auth/challenges";
import { isMailCodeEnough, mailCodeMinutes, mailCodeProof, newMailCode } from "@/lib/auth/confirm/mail-code";
import { ConfirmCodeSentView } from "@/lib/auth/confirm/schema";
import { PersonNeeded, TooManyCodes, WayNotOffered } from "@/lib/auth/errors";
import { lockUser, personOf } from "@/lib/auth/queries";
import { exampleHold } from "@/lib/auth/second-factor/examples";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { sendMail } from "@/lib/mail/send-mail";

/** Codes of one person that are out at once: whoever asks again and again fills no mailbox. */
const mostOpen = 3;

export const sendConfirmCode = operation({
  name: "auth.session.sendConfirmCode",
  summary: "Ask for a code by mail to confirm who one is",
  description:
    "For people who have neither a password nor an authenticator. The code counts in this session only.",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: ConfirmCodeSentView,
  example: { input: {}, output: { ...exampleHold, sentTo: "grace@example.com" } },
  refusals: ["auth.person_needed", "auth.way_not_offered", "auth.too_many_codes"],
  refusedToImpersonators: true,
  async run(context) {
    const { userId, sessionId } = personOf(context.actor);
    await lockUser(context, userId);
    const user = await recipientById(context, userId);
    if (user?.status !== "ACTIVE") throw new PersonNeeded();
    if (!(await isMailCodeEnough(context, userId))) throw new WayNotOffered();
    await assertFewOpen(context, userId);

    const code = newMailCode();
    const hold = await openChallenge(context, {
      purpose: "mail_code",
      userId,
      minutes: mailCodeMinutes,
      data: (secret) => ({ sessionId, proof: mailCodeProof(code, secret) }),
    });
    const expiresAt = new Date(context.now.getTime() + mailCodeMinutes * 60_000);
    const data = { name: user.name, code: `${code.slice(0, 4)} ${code.slice(4)}`, expiresAt };
    await sendMail(context, { template: "confirm-code", data, ...mailTo(user) });
    context.audit(null, { id: hold.challengeId, userId, sentTo: user.email }, "challenge");
    return { ...hold, sentTo: user.email };
  },
});

async function assertFewOpen({ query, tenantId, now }: CommandContext, userId: string): Promise<void> {
  const open = await query<{ until: Date }>(sql`
    select expires_at as until from sign_in_challenges
    where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and purpose = 'mail_code' and expires_at > ${now}
    order by expires_at`);
  const first = open[0];
  if (first !== undefined && open.length >= mostOpen)
    throw new TooManyCodes(Math.ceil((first.until.getTime() - now.getTime()) / 1_000));
}
