import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { textSchema } from "@/lib/core/text";
import { erasureDeclined } from "@/lib/privacy/events";
import { exampleRequest } from "@/lib/privacy/examples";
import { lockRequest, type RequestRow, requestColumns } from "@/lib/privacy/requests";
import { ErasureRequestView } from "@/lib/privacy/schema";

export const declineErasure = operation({
  name: "privacy.erasure.decline",
  summary: "Decline a request for erasure",
  description: "Who asked sees the answer.",
  audience: ["staff"],
  input: z.strictObject({
    requestId: idSchema,
    version: z.number().int().min(1),
    answer: textSchema(1_000, 1),
  }),
  output: ErasureRequestView,
  http: { method: "POST", path: "/erasure-requests/{requestId}/decline" },
  example: {
    input: { requestId: exampleRequest.id, version: 1, answer: "An invoice is still open." },
    output: {
      ...exampleRequest,
      status: "declined",
      answer: "An invoice is still open.",
      version: 2,
      decidedAt: exampleRequest.createdAt,
    },
  },
  refusals: ["privacy.request_not_found", "core.stale_version"],
  async run(context, { requestId, version, answer }) {
    const { query, tenantId, actor, now, audit, emit } = context;
    const before = await lockRequest(context, { requestId, version });
    const [after] = await query<RequestRow>(sql`
      update erasure_requests set status = 'declined', answer = ${answer}, version = version + 1, decided_at = ${now},
        decided_by_id = ${actor.id ?? null}::uuid
      where tenant_id = ${tenantId}::uuid and id = ${requestId}::uuid returning ${requestColumns}`);
    audit(before, after as RequestRow);
    emit(erasureDeclined({ requestId }));
    return after as RequestRow;
  },
});
