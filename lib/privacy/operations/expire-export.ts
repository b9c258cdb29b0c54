import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { fileStore } from "@/lib/core/files/store";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { exportExpired } from "@/lib/privacy/events";
import { exampleExport } from "@/lib/privacy/examples";
import { type ExportRow, exportColumns, lockExport } from "@/lib/privacy/exports";
import { ExportView } from "@/lib/privacy/schema";

export const expireExport = operation({
  name: "privacy.export.expire",
  summary: "Delete an export's file",
  audience: ["staff"],
  input: z.strictObject({ exportId: idSchema }),
  output: ExportView,
  http: { method: "POST", path: "/data-exports/{exportId}/expire" },
  example: { input: { exportId: exampleExport.id }, output: { ...exampleExport, status: "expired" } },
  refusals: ["privacy.export_not_found"],
  async run(context, { exportId }) {
    const { query, tenantId, audit, emit } = context;
    const before = await lockExport(context, exportId);
    if (before.status === "expired") return before;

    const [after] = await query<ExportRow>(sql`
      update data_exports set status = 'expired', file_id = null
      where tenant_id = ${tenantId}::uuid and id = ${exportId}::uuid returning ${exportColumns}`);
    if (before.fileId !== null) await fileStore().remove(context, before.fileId);
    audit(before, after as ExportRow);
    emit(exportExpired({ exportId }));
    return after as ExportRow;
  },
});
