import "server-only";
import { z } from "zod";
import { fileRemoved } from "@/lib/clients/events";
import { exampleFile } from "@/lib/clients/examples";
import { lockClientFile } from "@/lib/clients/files/files";
import { FileView } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { fileStore } from "@/lib/core/files/store";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const removeFile = operation({
  name: "clients.file.remove",
  summary: "Delete a client's file",
  audience: ["staff"],
  input: z.strictObject({ clientFileId: idSchema }),
  output: FileView,
  http: { method: "DELETE", path: "/client-files/{clientFileId}" },
  example: { input: { clientFileId: exampleFile.id }, output: exampleFile },
  refusals: ["clients.file_not_found"],
  async run(context, { clientFileId }) {
    const { execute, tenantId, audit, emit } = context;
    const before = await lockClientFile(context, clientFileId);
    await execute(
      sql`delete from client_files where tenant_id = ${tenantId}::uuid and id = ${clientFileId}::uuid`,
    );
    await fileStore().remove(context, before.fileId);

    audit(before, null);
    emit(fileRemoved({ clientId: before.clientId, clientFileId }));
    return before;
  },
});
