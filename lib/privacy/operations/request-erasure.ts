import "server-only";
import { z } from "zod";
import { isUniqueViolation } from "@/lib/core/db/failures";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { textSchema } from "@/lib/core/text";
import { AlreadyRequested } from "@/lib/privacy/errors";
import { erasureRequested } from "@/lib/privacy/events";
import { exampleRequest, exampleSubject } from "@/lib/privacy/examples";
import { type RequestRow, requestColumns } from "@/lib/privacy/requests";
import { ErasureRequestView, subjectFields } from "@/lib/privacy/schema";
import { findSubject } from "@/lib/privacy/subjects";

export const requestErasure = operation({
  name: "privacy.erasure.request",
  summary: "Ask to be forgotten",
  description: "Staff look at it and decide; what the law keeps stays.",
  audience: ["staff", "client"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  input: z.strictObject({ ...subjectFields, reason: textSchema(1_000).nullable().default(null) }),
  output: ErasureRequestView,
  http: { method: "POST", path: "/erasure-requests", status: 201 },
  example: { input: { ...exampleSubject, reason: "We have moved on." }, output: exampleRequest },
  refusals: ["privacy.subject_not_found", "privacy.already_requested"],
  async run(context, { subjectKind, subjectId, reason }) {
    const { query, tenantId, actor, now, audit, emit } = context;
    const { name } = await findSubject(context, { subjectKind, subjectId });
    const [row] = await query<RequestRow>(sql`
      insert into erasure_requests (id, tenant_id, subject_kind, subject_id, subject_name, client_id, requested_by_id,
        requested_by_name, reason, created_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${subjectKind}, ${subjectId}::uuid, ${name}, ${actor.clientId ?? null}::uuid,
        ${actor.id ?? tenantId}::uuid, ${actor.name}, ${reason || null}, ${now}) returning ${requestColumns}`).catch(
      (error: unknown) => {
        throw isUniqueViolation(error) ? new AlreadyRequested() : error;
      },
    );
    audit(null, row as RequestRow);
    emit(erasureRequested({ requestId: (row as RequestRow).id }));
    return row as RequestRow;
  },
});
