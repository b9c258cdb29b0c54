import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { ExportNotFound } from "@/lib/privacy/errors";
import type { exportStatuses, SubjectKind } from "@/lib/privacy/schema";

export type ExportRow = {
  id: string;
  subjectKind: SubjectKind;
  subjectId: string;
  subjectName: string;
  requestedById: string;
  status: (typeof exportStatuses)[number];
  fileId: string | null;
  createdAt: Date;
  readyAt: Date | null;
  expiresAt: Date | null;
};

export const exportColumns = sql`id, subject_kind as "subjectKind", subject_id as "subjectId", subject_name as "subjectName",
  requested_by_id as "requestedById", status, file_id as "fileId", created_at as "createdAt", ready_at as "readyAt",
  expires_at as "expiresAt"`;

/** How long an export can be fetched. */
export const exportDays = 7;

/** Throws ExportNotFound. */
export async function lockExport({ query, tenantId }: CommandContext, exportId: string): Promise<ExportRow> {
  const [row] = await query<ExportRow>(
    sql`select ${exportColumns} from data_exports where tenant_id = ${tenantId}::uuid and id = ${exportId}::uuid for update`,
  );
  if (row === undefined) throw new ExportNotFound();
  return row;
}
