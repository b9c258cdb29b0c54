import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { fileStore } from "@/lib/core/files/store";
import { idSchema } from "@/lib/core/ids";
import { query } from "@/lib/core/operation/operation";
import { ExportNotFound } from "@/lib/privacy/errors";
import { exampleExport } from "@/lib/privacy/examples";
import { type ExportRow, exportColumns } from "@/lib/privacy/exports";

export const readExport = query({
  name: "privacy.export.read",
  summary: "Fetch an export of one's own asking",
  audience: ["staff", "client"],
  refusedToImpersonators: true,
  input: z.strictObject({ exportId: idSchema }),
  output: z
    .object({ name: z.string(), mediaType: z.string(), content: z.string() })
    .meta({ id: "DataExportContent" }),
  example: {
    input: { exportId: exampleExport.id },
    output: { name: "data.zip", mediaType: "application/zip", content: "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==" },
  },
  refusals: ["privacy.export_not_found"],
  async run(context, { exportId }) {
    const { query, tenantId, actor, now } = context;
    const [row] = await query<ExportRow>(sql`
      select ${exportColumns} from data_exports where tenant_id = ${tenantId}::uuid and id = ${exportId}::uuid
        and requested_by_id = ${actor.id ?? null}::uuid and status = 'ready' and expires_at > ${now}`);
    const file = row?.fileId ? await fileStore().read(context, row.fileId) : undefined;
    if (file === undefined) throw new ExportNotFound();
    return { name: "data.zip", mediaType: file.mediaType, content: file.bytes.toString("base64") };
  },
});
