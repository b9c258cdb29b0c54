import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { Forbidden } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { exportRequested } from "@/lib/privacy/events";
import { exampleExport, exampleSubject } from "@/lib/privacy/examples";
import { type ExportRow, exportColumns } from "@/lib/privacy/exports";
import { ExportView, subjectFields } from "@/lib/privacy/schema";
import { findSubject } from "@/lib/privacy/subjects";

export const requestExport = operation({
  name: "privacy.export.request",
  summary: "Ask for everything held about somebody",
  description:
    "Put together in the background; who asked gets a mail with a link that only they can use, for seven days.",
  audience: ["staff", "client"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  input: z.strictObject(subjectFields),
  output: ExportView,
  http: { method: "POST", path: "/data-exports", status: 202 },
  example: { input: exampleSubject, output: exampleExport },
  refusals: ["privacy.subject_not_found"],
  async run(context, { subjectKind, subjectId }) {
    const { query, tenantId, actor, now, audit, emit } = context;
    const { name } = await findSubject(context, { subjectKind, subjectId });
    // The link belongs to a person.
    if (actor.kind !== "user" || actor.id === undefined) throw new Forbidden("privacy.export.request");

    const [row] = await query<ExportRow>(sql`
      insert into data_exports (id, tenant_id, subject_kind, subject_id, subject_name, client_id, requested_by_id, created_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${subjectKind}, ${subjectId}::uuid, ${name}, ${actor.clientId ?? null}::uuid,
        ${actor.id}::uuid, ${now}) returning ${exportColumns}`);
    audit(null, row as ExportRow);
    emit(exportRequested({ exportId: (row as ExportRow).id }));
    return row as ExportRow;
  },
});
