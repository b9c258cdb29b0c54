import "server-only";
import { z } from "zod";
import { fileUpdated } from "@/lib/clients/events";
import { exampleFile } from "@/lib/clients/examples";
import { lockClientFile } from "@/lib/clients/files/files";
import { FileView, fileNameSchema } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const updateFile = operation({
  name: "clients.file.update",
  summary: "Rename a file, or show it to the client",
  audience: ["staff"],
  input: z.strictObject({
    clientFileId: idSchema,
    name: fileNameSchema.optional(),
    isVisible: z.boolean().optional(),
  }),
  output: FileView,
  http: { method: "PATCH", path: "/client-files/{clientFileId}" },
  example: {
    input: { clientFileId: exampleFile.id, isVisible: true },
    output: { ...exampleFile, isVisible: true },
  },
  refusals: ["clients.file_not_found"],
  async run(context, { clientFileId, name, isVisible }) {
    const { execute, tenantId, audit, emit } = context;
    const before = await lockClientFile(context, clientFileId);
    const after = { ...before, name: name ?? before.name, isVisible: isVisible ?? before.isVisible };
    await execute(sql`
      update client_files set name = ${after.name}, is_visible = ${after.isVisible}
      where tenant_id = ${tenantId}::uuid and id = ${clientFileId}::uuid`);

    audit(before, after);
    emit(fileUpdated({ clientId: before.clientId, clientFileId }));
    return after;
  },
});
