import "server-only";
import { NoteNotFound } from "@/lib/clients/errors";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext } from "@/lib/core/operation/operation";

export type NoteRow = {
  id: string;
  clientId: string;
  text: string;
  isPinned: boolean;
  authorId: string | null;
  authorName: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const noteColumns = sql`id, client_id as "clientId", text, is_pinned as "isPinned", author_id as "authorId",
  author_name as "authorName", version, created_at as "createdAt", updated_at as "updatedAt"`;

/** Locks a note for a change by someone who has seen `version`. Throws NoteNotFound, StaleVersion. */
export async function lockNote(
  { query, tenantId }: CommandContext,
  { noteId, version }: { noteId: string; version: number },
): Promise<NoteRow> {
  const [row] = await query<NoteRow>(sql`
    select ${noteColumns} from client_notes where tenant_id = ${tenantId}::uuid and id = ${noteId}::uuid for update`);
  if (row === undefined) throw new NoteNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}
