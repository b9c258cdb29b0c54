import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import { type MailBody, readBody } from "@/lib/mail/body";
import { MessageNotFound } from "@/lib/mail/errors";
import type { MailKind, MailReason, MailState } from "@/lib/mail/rules/states";
import type { TransportId } from "@/lib/mail/schema";
import type { MailLanguage } from "@/lib/mail/texts";

/** A mail as lists and the audit log have it: without its body. */
export type MessageRow = {
  id: string;
  kind: MailKind;
  template: string;
  language: MailLanguage;
  toAddress: string;
  toName: string | null;
  subject: string;
  isSensitive: boolean;
  hasBody: boolean;
  state: MailState;
  round: number;
  attempts: number;
  reason: MailReason | null;
  detail: string | null;
  transport: TransportId | null;
  providerId: string | null;
  clientId: string | null;
  userId: string | null;
  recordType: string | null;
  recordId: string | null;
  expiresAt: Date | null;
  nextAttemptAt: Date | null;
  sentAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

export const messageColumns = sql`id, kind, template, language, to_address as "toAddress", to_name as "toName", subject,
  is_sensitive as "isSensitive", body is not null as "hasBody", state, round, attempts, reason, detail, transport,
  provider_id as "providerId", client_id as "clientId", user_id as "userId", record_type as "recordType",
  record_id as "recordId", expires_at as "expiresAt", next_attempt_at as "nextAttemptAt", sent_at as "sentAt",
  created_at as "createdAt", updated_at as "updatedAt"`;

/** One mail of the actor's company. Throws MessageNotFound. */
export async function findMessage({ query, tenantId }: QueryContext, messageId: string): Promise<MessageRow> {
  const [row] = await query<MessageRow>(sql`
    select ${messageColumns} from mail_messages where tenant_id = ${tenantId}::uuid and id = ${messageId}::uuid`);
  if (row === undefined) throw new MessageNotFound();
  return row;
}

/** What a mail said, or undefined where that is not kept. The caller has decided who may read it. */
export async function findBody(
  { query, tenantId }: QueryContext,
  messageId: string,
): Promise<MailBody | undefined> {
  const [row] = await query<{ body: string | null }>(
    sql`select body from mail_messages where tenant_id = ${tenantId}::uuid and id = ${messageId}::uuid`,
  );
  return row?.body ? readBody(row.body, tenantId, messageId) : undefined;
}

/** Locks a mail for a change. Throws MessageNotFound. */
export async function lockMessage(
  { query, tenantId }: CommandContext,
  messageId: string,
): Promise<MessageRow> {
  const [row] = await query<MessageRow>(sql`
    select ${messageColumns} from mail_messages
    where tenant_id = ${tenantId}::uuid and id = ${messageId}::uuid for no key update`);
  if (row === undefined) throw new MessageNotFound();
  return row;
}
