import "server-only";
import { z } from "zod";
import { ClientNotChangeable, TooManyFiles } from "@/lib/clients/errors";
import { fileAdded } from "@/lib/clients/events";
import { exampleClient, exampleFile } from "@/lib/clients/examples";
import { findClientFile } from "@/lib/clients/files/files";
import { lockClient } from "@/lib/clients/queries";
import { canClient } from "@/lib/clients/rules/status";
import { FileView, fileNameSchema } from "@/lib/clients/schema";
import { config } from "@/lib/core/config/load";
import { sql } from "@/lib/core/db/sql";
import { InvalidInput } from "@/lib/core/errors";
import { mediaTypeOf } from "@/lib/core/files/media-type";
import { fileStore } from "@/lib/core/files/store";
import { idSchema, newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

/** A record is no archive. */
const mostFiles = 200;

export const addFile = operation({
  name: "clients.file.add",
  summary: "Add a file to a client",
  description:
    "The type of a file is read from its first bytes. It is only ever handed out to be saved, never to be shown.",
  audience: ["staff"],
  input: z.strictObject({
    clientId: idSchema,
    name: fileNameSchema,
    content: z
      .string()
      .regex(/^[A-Za-z0-9+/]*={0,2}$/, "must be base64")
      .meta({ description: "The bytes in base64." }),
    isVisible: z.boolean().default(false),
  }),
  output: FileView,
  http: { method: "POST", path: "/clients/{clientId}/files", status: 201 },
  example: {
    input: { clientId: exampleClient.id, name: "contract.txt", content: "dGhlIGNvbnRyYWN0" },
    output: exampleFile,
  },
  refusals: ["clients.client_not_found", "clients.client_not_changeable", "clients.too_many_files"],
  async run(context, { clientId, name, content, isVisible }) {
    const { query, execute, tenantId, now, actor, audit, emit } = context;
    const bytes = Buffer.from(content, "base64");
    if (bytes.length === 0 || bytes.length > config().FILE_LIMIT_BYTES) {
      const code = bytes.length === 0 ? "empty_file" : "file_too_large";
      throw new InvalidInput([
        { path: "content", code, message: `must have 1 to ${config().FILE_LIMIT_BYTES} bytes` },
      ]);
    }
    const client = await lockClient(context, { clientId });
    if (!canClient("annotate", client.status)) throw new ClientNotChangeable("annotate", client.status);
    const [held] = await query<{ files: bigint }>(sql`
      select count(*) as files from client_files where tenant_id = ${tenantId}::uuid and client_id = ${clientId}::uuid`);
    if ((held?.files ?? 0n) >= BigInt(mostFiles)) throw new TooManyFiles(mostFiles);

    const fileId = await fileStore().put(context, { bytes, mediaType: mediaTypeOf(bytes) });
    const id = newId();
    await execute(sql`
      insert into client_files (id, tenant_id, client_id, file_id, name, is_visible, uploaded_by_id, uploaded_by_name, created_at)
      values (${id}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${fileId}::uuid, ${name}, ${isVisible},
        ${actor.kind === "user" ? (actor.id ?? null) : null}::uuid, ${actor.name}, ${now})`);
    const file = await findClientFile(context, id);
    audit(null, file);
    emit(fileAdded({ clientId, clientFileId: id }));
    return file;
  },
});
