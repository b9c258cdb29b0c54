import "server-only";
import { ContactNotFound } from "@/lib/clients/errors";
import type { MailKind } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import type { languages } from "@/lib/core/text";

export type ContactRow = {
  id: string;
  clientId: string;
  name: string;
  email: string;
  phone: string | null;
  position: string | null;
  language: (typeof languages)[number] | null;
  mails: MailKind[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const contactColumns = sql`id, client_id as "clientId", name, email, phone, position, language, mails, version,
  created_at as "createdAt", updated_at as "updatedAt"`;

/** Locks a contact for a change by someone who has seen `version`. Throws ContactNotFound, StaleVersion. */
export async function lockContact(
  { query, tenantId }: CommandContext,
  { contactId, version }: { contactId: string; version: number },
): Promise<ContactRow> {
  const [row] = await query<ContactRow>(sql`
    select ${contactColumns} from contacts where tenant_id = ${tenantId}::uuid and id = ${contactId}::uuid for update`);
  if (row === undefined) throw new ContactNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}

export type Recipient = {
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  /** Absent where the client itself is written to. */
  readonly contactId?: string;
};

/**
 * Who gets a client's mail of a kind: the contacts that chose it; where none did, the client's own address. Marketing goes to
 * nobody who has not agreed to it, and to the client's own address only with its consent.
 */
export async function recipientsOf(
  { query, tenantId }: QueryContext,
  clientId: string,
  kind: MailKind,
): Promise<Recipient[]> {
  const contacts = await query<Recipient>(sql`
    select c.id as "contactId", c.name, c.email, c.language from contacts c
    where c.tenant_id = ${tenantId}::uuid and c.client_id = ${clientId}::uuid and ${kind} = any (c.mails)
    order by c.created_at, c.id`);
  const found =
    contacts.length > 0
      ? contacts
      : await query<Recipient>(sql`
          select name, email, language from clients
          where tenant_id = ${tenantId}::uuid and id = ${clientId}::uuid and status in ('ACTIVE', 'ARCHIVED')`);
  return kind === "marketing" ? consenting({ query, tenantId }, found) : found;
}

async function consenting(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  recipients: readonly Recipient[],
): Promise<Recipient[]> {
  const rows = await query<{ email: string }>(sql`
    select email from (
      select distinct on (email) email, is_given from marketing_consents
      where tenant_id = ${tenantId}::uuid and email = any (${recipients.map(({ email }) => email)}::text[])
      order by email, at desc, id desc
    ) newest where is_given`);
  const agreed = new Set(rows.map(({ email }) => email));
  return recipients.filter(({ email }) => agreed.has(email));
}
