import "server-only";
import type { Profile } from "@/lib/auth/account-requests";
import { mailTo, type Recipient, recipientByEmail } from "@/lib/auth/answers/recipient";
import { userCreated } from "@/lib/auth/events";
import { type UserRow, userColumns } from "@/lib/auth/queries";
import { countOpenTokens, issueToken } from "@/lib/auth/tokens";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";
import { sendMail } from "@/lib/mail/send-mail";

const confirmMinutes = 24 * 60;
const mostOpen = 3;

/**
 * Whoever registers hears by mail what is next: how to confirm the address, or, where there is an account already, how to get in. The
 * password is chosen behind the link, so nobody prepares an account with a password of theirs for somebody else's address.
 */
export async function answerRegistration(
  context: CommandContext,
  email: string,
  profile: Profile,
): Promise<void> {
  const known = await recipientByEmail(context, email);
  if (known !== undefined && known.status !== "PENDING") return tellThatKnown(context, known);

  const user = known ?? (await addPending(context, email, profile));
  if ((await countOpenTokens(context, user.id, "verify_email")) >= mostOpen) return;
  const { token, expiresAt } = await issueToken(context, {
    purpose: "verify_email",
    userId: user.id,
    email,
    data: profile,
    validMinutes: confirmMinutes,
  });
  await sendMail(context, {
    template: "verify-email",
    ...mailTo(user),
    language: profile.language,
    data: { name: profile.name, linkPath: `/register/confirm/${token}`, expiresAt },
  });
}

/** As an ordinary link to sign in, so that it counts among those. */
async function tellThatKnown(context: CommandContext, user: Recipient): Promise<void> {
  if (user.status !== "ACTIVE" || (await countOpenTokens(context, user.id, "sign_in_link")) >= mostOpen)
    return;

  const { token } = await issueToken(context, {
    purpose: "sign_in_link",
    userId: user.id,
    email: user.email,
    validMinutes: 60,
  });
  const data = { name: user.name, linkPath: `/sign-in/link/${token}` };
  await sendMail(context, { template: "account-exists", data, ...mailTo(user) });
}

/** The account waits for its address to be confirmed. Until then it opens nothing and belongs to no client. */
async function addPending(context: CommandContext, email: string, profile: Profile): Promise<Recipient> {
  const { query, tenantId, now } = context;
  const [user] = await query<UserRow>(sql`
    insert into users (id, tenant_id, kind, role, email, name, language, status, created_at, updated_at)
    values (${newId()}::uuid, ${tenantId}::uuid, 'CLIENT', 'client_owner', ${email}, ${profile.name}, ${profile.language}, 'PENDING',
      ${now}, ${now})
    returning ${userColumns}`);
  if (user === undefined) throw new Error("The pending account was not written.");

  context.audit(null, user, "user");
  context.emit(userCreated({ userId: user.id }));
  return { ...user, spoken: profile.language };
}
