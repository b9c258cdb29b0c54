import "server-only";
import { sql } from "@/lib/core/db/sql";

export type ReceivedRow = {
  id: string;
  template: string;
  subject: string;
  toAddress: string;
  sentAt: Date;
  isSensitive: boolean;
};

export const receivedColumns = sql`id, template, subject, to_address as "toAddress", sent_at as "sentAt",
  is_sensitive as "isSensitive"`;

/** The mails that a person may see as theirs, through the narrow function: most of them belong to no client's record. */
export function receivedBy(userId: string) {
  return sql`mails_received(${userId}::uuid)`;
}
