import "server-only";
import { sql } from "@/lib/core/db/sql";
import { Forbidden } from "@/lib/core/errors";
import type { Actor } from "@/lib/core/operation/actor";

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

/** The person whose mails are asked for. Throws Forbidden for keys: mails are read by whom they went to. */
export function recipientOf({ kind, id }: Actor): string {
  if (kind !== "user" || id === undefined) throw new Forbidden("mail.received");
  return id;
}
