import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { languageSchema } from "@/lib/core/text";
import { NoOwnAddress } from "@/lib/mail/errors";
import { exampleMessage } from "@/lib/mail/examples";
import { templates } from "@/lib/mail/rules/templates";
import { templateSchema } from "@/lib/mail/schema";
import { sendMail } from "@/lib/mail/send-mail";
import type { MailLanguage } from "@/lib/mail/texts";

type Person = { email: string; name: string; language: MailLanguage | null };

/** A template with its sample, to whoever asks for it and to nobody else. The link in it is no credential. */
export const sendTest = operation({
  name: "mail.message.sendTest",
  summary: "Send oneself a test mail",
  audience: ["staff"],
  input: z.strictObject({
    template: templateSchema.default("test"),
    language: languageSchema.optional(),
  }),
  output: z.object({ messageId: idSchema, address: z.string() }).meta({ id: "TestMail" }),
  http: { method: "POST", path: "/test-mails", status: 202 },
  example: {
    input: { template: "test", language: "en" },
    output: { messageId: exampleMessage.id, address: "grace@example.com" },
  },
  refusals: ["mail.no_own_address", "mail.address_unusable"],
  async run(context, { template, language }) {
    const person = await ownAccount(context);
    const messageId = await sendMail(context, {
      template,
      to: { address: person.email, name: person.name },
      language: language ?? person.language ?? "en",
      data: templates[template].sample,
      isSample: true,
      ...(context.actor.id && { userId: context.actor.id }),
    });
    context.audit(null, { id: messageId, template, toAddress: person.email });
    return { messageId, address: person.email };
  },
});

async function ownAccount({ actor, query, tenantId }: CommandContext): Promise<Person> {
  if (actor.kind !== "user" || actor.id === undefined) throw new NoOwnAddress();
  const [person] = await query<Person>(sql`
    select email, name, language from users where tenant_id = ${tenantId}::uuid and id = ${actor.id}::uuid`);
  if (person === undefined) throw new NoOwnAddress();
  return person;
}
