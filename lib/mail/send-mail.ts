import "server-only";
import { encrypt } from "@/lib/core/crypto/envelope";
import { keyRing } from "@/lib/core/crypto/key-ring";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";
import { bodyPlace } from "@/lib/mail/body";
import { AddressUnusable } from "@/lib/mail/errors";
import { messageQueued } from "@/lib/mail/events";
import { renderTemplate } from "@/lib/mail/render-template";
import { canonicalAddress, isHeaderText } from "@/lib/mail/rules/address";
import { type TemplateData, type TemplateName, templates } from "@/lib/mail/rules/templates";
import type { MailLanguage } from "@/lib/mail/texts";

export type MailToSend<T extends TemplateName> = {
  readonly template: T;
  /** One address in its canonical form, as the account or client has it. */
  readonly to: { readonly address: string; readonly name?: string | null };
  readonly language: MailLanguage;
  /** What the mail tells; `linkPath` is a path of the company's site, for instance `/reset-password/<token>`. */
  readonly data: TemplateData<T>;
  /** The record that the mail is about. */
  readonly about?: { readonly kind: string; readonly id: string };
  /** Whose account it went to, and which client: for "mails received". */
  readonly userId?: string;
  readonly clientId?: string;
  /** A test with made-up data: nothing in it is a credential, whatever the template. */
  readonly isSample?: boolean;
};

/**
 * Writes a mail within an operation: rendered now, kept encrypted, and handed over after the commit, so a change that is rolled
 * back tells nobody and one that is committed tells for certain. Works for every actor, visitors and clients too.
 * Returns the message's id. Throws AddressUnusable; data of the wrong shape is a defect.
 */
export async function sendMail<T extends TemplateName>(
  context: CommandContext,
  mail: MailToSend<T>,
): Promise<string> {
  const { address } = mail.to;
  const name = mail.to.name ?? null;
  // Not repaired: mail goes to the stored address or nowhere (S-53).
  if (canonicalAddress(address) !== address) throw new AddressUnusable();
  if (name !== null && !isHeaderText(name)) throw new AddressUnusable();

  const id = newId();
  const rendered = await renderTemplate(context, mail);
  const { kind, isSensitive } = templates[mail.template];
  const { html, text } = rendered;
  const ring = keyRing();
  const row = {
    id,
    client_id: mail.clientId ?? null,
    user_id: mail.userId ?? null,
    kind,
    template: mail.template,
    language: mail.language,
    to_address: address,
    to_name: name,
    subject: rendered.subject,
    headers: headersOf(mail.template),
    body: encrypt(JSON.stringify({ html, text }), bodyPlace(context.tenantId, id), ring),
    body_key_id: ring.currentId,
    is_sensitive: isSensitive && mail.isSample !== true,
    record_type: mail.about?.kind ?? null,
    record_id: mail.about?.id ?? null,
    expires_at: mail.isSample ? null : rendered.expiresAt,
    created_at: context.now,
  };
  await context.query(sql`select mail_enqueue(${JSON.stringify(row)}::jsonb)`);
  context.emit(messageQueued({ messageId: id, round: 1 }));
  return id;
}

/** Tells mail programs that answer by themselves (holiday notices) not to. RFC 3834. */
function headersOf(template: TemplateName): Record<string, string> {
  return { "Auto-Submitted": "auto-generated", "X-Panel1-Template": template };
}
