import "server-only";
import { FileNotFound } from "@/lib/clients/errors";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

export type ClientFileRow = {
  id: string;
  clientId: string;
  fileId: string;
  name: string;
  mediaType: string;
  sizeBytes: bigint;
  isVisible: boolean;
  uploadedByName: string;
  createdAt: Date;
};

/** Files with what the store knows of them, as a relation to read from. */
export const clientFilesRelation = sql`(
  select f.*, s.media_type, s.size_bytes from client_files f join stored_files s on s.tenant_id = f.tenant_id and s.id = f.file_id
) files`;

export const clientFileColumns = sql`id, client_id as "clientId", file_id as "fileId", name, media_type as "mediaType",
  size_bytes as "sizeBytes", is_visible as "isVisible", uploaded_by_name as "uploadedByName", created_at as "createdAt"`;

/** A file that the actor may see. Throws FileNotFound. */
export async function findClientFile(
  { query, tenantId }: QueryContext,
  clientFileId: string,
): Promise<ClientFileRow> {
  const [row] = await query<ClientFileRow>(sql`
    select ${clientFileColumns} from ${clientFilesRelation} where tenant_id = ${tenantId}::uuid and id = ${clientFileId}::uuid`);
  if (row === undefined) throw new FileNotFound();
  return row;
}

/** As `findClientFile`, locked for a change. */
export async function lockClientFile(context: CommandContext, clientFileId: string): Promise<ClientFileRow> {
  const { query, tenantId } = context;
  await query(
    sql`select 1 from client_files where tenant_id = ${tenantId}::uuid and id = ${clientFileId}::uuid for update`,
  );
  return findClientFile(context, clientFileId);
}
