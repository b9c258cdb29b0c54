import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import { type Sender, senderOf } from "@/lib/mail/brand";
import type { Words } from "@/lib/mail/document/content";
import type { Rendered } from "@/lib/mail/document/render";
import { type TemplateData, type TemplateName, templates, wordVariables } from "@/lib/mail/rules/templates";
import type { Values } from "@/lib/mail/rules/words";
import { defaultWords, layoutTexts, type MailLanguage, valueWord } from "@/lib/mail/texts";

export type TemplateToRender<T extends TemplateName> = {
  readonly template: T;
  readonly language: MailLanguage;
  readonly data: TemplateData<T>;
  /** Words that are not saved yet, for previews; else the company's own or the product's. */
  readonly words?: Words;
};

/** Renders a template with data. Throws when the data is not what the template needs: a caller's defect. */
export async function renderTemplate<T extends TemplateName>(
  context: QueryContext,
  { template, language, data, words }: TemplateToRender<T>,
): Promise<Rendered & { expiresAt: Date | null }> {
  const told = templates[template].data.parse(data) as Record<string, unknown>;
  const sender = await senderOf(context, language);
  // Loaded when the first mail is written: pages that send none need not carry it.
  const { renderMail } = await import("@/lib/mail/document/render");
  const rendered = renderMail({
    words: words ?? (await ownWords(context, template, language)) ?? defaultWords(template, language),
    values: valuesOf(told, sender, language),
    language,
    brand: sender.brand,
    url: typeof told.linkPath === "string" ? new URL(told.linkPath, sender.origin).href : null,
    layout: layoutTexts(language),
  });
  return { ...rendered, expiresAt: told.expiresAt instanceof Date ? told.expiresAt : null };
}

/** What the company wrote itself, through the narrow function: whoever causes a mail need not be allowed to read templates. */
async function ownWords(
  { query }: QueryContext,
  template: TemplateName,
  language: MailLanguage,
): Promise<Words | undefined> {
  const [words] = await query<Words>(
    sql`select subject, heading, body, action, note from mail_template_words(${template}, ${language})`,
  );
  return words;
}

/** Variables as text: instants on the company's clock with its zone, words in the mail's language. */
export function valuesOf(told: Record<string, unknown>, sender: Sender, language: MailLanguage): Values {
  const values: Record<string, string> = { companyName: sender.brand.name };
  for (const [name, value] of Object.entries(told)) {
    if (name === "linkPath") continue;
    if (value instanceof Date) values[name] = moment(value, sender.timeZone, language);
    else values[name] = wordVariables.includes(name) ? valueWord(String(value), language) : String(value);
  }
  return values;
}

function moment(instant: Date, timeZone: string, language: MailLanguage): string {
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  }).format(instant);
}
