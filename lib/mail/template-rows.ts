import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import type { Words } from "@/lib/mail/document/content";
import { WordsUnusable } from "@/lib/mail/errors";
import { hasLink, type TemplateName, variablesOf } from "@/lib/mail/rules/templates";
import { faultsIn } from "@/lib/mail/rules/words";
import { defaultWords, type MailLanguage } from "@/lib/mail/texts";

export type TemplateRow = Words & {
  id: string;
  template: TemplateName;
  language: MailLanguage;
  version: number;
  updatedAt: Date;
};

export const templateColumns = sql`id, template, language, subject, heading, body, action, note, version, updated_at as "updatedAt"`;

export type TemplateKey = { readonly template: TemplateName; readonly language: MailLanguage };

/** The company's own words, or undefined while the product's hold. */
export async function findTemplate(
  { query, tenantId }: QueryContext,
  { template, language }: TemplateKey,
): Promise<TemplateRow | undefined> {
  const [row] = await query<TemplateRow>(sql`
    select ${templateColumns} from mail_templates
    where tenant_id = ${tenantId}::uuid and template = ${template} and language = ${language}`);
  return row;
}

/** A template as it is now, own words or not. */
export function templateView({ template, language }: TemplateKey, row: TemplateRow | undefined) {
  return {
    template,
    language,
    id: row?.id ?? null,
    ...(row ?? defaultWords(template, language)),
    variables: variablesOf(template),
    hasAction: hasLink(template),
    isOwn: row !== undefined,
    version: row?.version ?? 0,
    updatedAt: row?.updatedAt ?? null,
  };
}

/** The words as they will be used: a template without a link has no button. Throws WordsUnusable. */
export function usableWords(
  { template, language }: TemplateKey,
  { subject, heading, body, action, note }: Words,
): Words {
  const allowed = variablesOf(template);
  const fields = { subject, heading, body, action: action ?? "", note: note ?? "" };
  const found = Object.entries(fields)
    .map(([field, text]) => ({ field, faults: faultsIn(text, allowed) }))
    .filter(({ faults }) => faults.length > 0);
  if (found.length > 0) throw new WordsUnusable(found);

  const button = hasLink(template) ? (action ?? defaultWords(template, language).action) : null;
  return { subject, heading, body, action: button, note: note || null };
}
