import "server-only";
import { recipientsOf } from "@/lib/clients/contacts/contacts";
import type { CommandContext } from "@/lib/core/operation/operation";
import { languages } from "@/lib/core/text";
import type { TemplateData, TemplateName } from "@/lib/mail/rules/templates";
import { sendMail } from "@/lib/mail/send-mail";
import type { MailLanguage } from "@/lib/mail/texts";

type Letter<T extends TemplateName> = {
  readonly template: T;
  readonly clientId: string;
  /** Of the document; a contact who has a language of its own gets that. */
  readonly language: string;
  readonly about: { readonly kind: string; readonly id: string };
  data(language: MailLanguage, name: string): TemplateData<T>;
};

/** Writes to everybody at a client who gets its invoices. Returns to how many. */
export async function mailToClient<T extends TemplateName>(
  context: CommandContext,
  { template, clientId, language, about, data }: Letter<T>,
): Promise<number> {
  const recipients = await recipientsOf(context, clientId, "invoice");
  for (const { name, email, language: own } of recipients) {
    const spoken = languageOf(own ?? language);
    const to = { address: email, name };
    await sendMail(context, { template, to, language: spoken, data: data(spoken, name), about, clientId });
  }
  return recipients.length;
}

function languageOf(text: string): MailLanguage {
  return languages.find((known) => known === text) ?? "en";
}
