import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { sendMail } from "@/lib/mail/send-mail";
import type { MailLanguage } from "@/lib/mail/texts";

/** Tells the person by mail that their second factor was changed: whoever did it, the owner of the account hears of it. */
export async function tellSecondFactorChanged(
  context: CommandContext,
  userId: string,
  change: "added" | "removed" | "codesRenewed",
): Promise<void> {
  const { query, tenantId, now } = context;
  const [person] = await query<{ email: string; name: string; kind: string; language: MailLanguage }>(sql`
    select u.email, u.name, u.kind, coalesce(u.language, t.language) as language
    from users u join tenants t on t.id = u.tenant_id
    where u.tenant_id = ${tenantId}::uuid and u.id = ${userId}::uuid`);
  if (person === undefined) return;

  const { email: address, name, kind, language } = person;
  await sendMail(context, {
    template: "second-factor-changed",
    to: { address, name },
    language,
    data: {
      name,
      change,
      at: now,
      linkPath: kind === "STAFF" ? "/admin/settings/security" : "/portal/security",
    },
    about: { kind: "user", id: userId },
    userId,
  });
}
