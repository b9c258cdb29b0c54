import "server-only";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext } from "@/lib/core/operation/operation";
import { RequestNotFound } from "@/lib/privacy/errors";
import type { requestStatuses, SubjectKind } from "@/lib/privacy/schema";

export type RequestRow = {
  id: string;
  subjectKind: SubjectKind;
  subjectId: string;
  subjectName: string;
  requestedByName: string;
  reason: string | null;
  status: (typeof requestStatuses)[number];
  answer: string | null;
  version: number;
  createdAt: Date;
  decidedAt: Date | null;
};

export const requestColumns = sql`id, subject_kind as "subjectKind", subject_id as "subjectId", subject_name as "subjectName",
  requested_by_name as "requestedByName", reason, status, answer, version, created_at as "createdAt", decided_at as "decidedAt"`;

/** An open request, locked for a decision. Throws RequestNotFound, StaleVersion. */
export async function lockRequest(
  { query, tenantId }: CommandContext,
  { requestId, version }: { requestId: string; version: number },
): Promise<RequestRow> {
  const [row] = await query<RequestRow>(sql`
    select ${requestColumns} from erasure_requests
    where tenant_id = ${tenantId}::uuid and id = ${requestId}::uuid and status = 'open' for update`);
  if (row === undefined) throw new RequestNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}
