import "server-only";
import { z } from "zod";
import { FileNotFound } from "@/lib/clients/errors";
import { exampleFile } from "@/lib/clients/examples";
import { findClientFile } from "@/lib/clients/files/files";
import { fileStore } from "@/lib/core/files/store";
import { idSchema } from "@/lib/core/ids";
import { query } from "@/lib/core/operation/operation";

export const readFile = query({
  name: "clients.file.read",
  summary: "Read the bytes of a client's file",
  audience: ["staff", "client"],
  input: z.strictObject({ clientFileId: idSchema }),
  output: z
    .object({
      name: z.string(),
      mediaType: z.string(),
      content: z.string().meta({ description: "The bytes in base64." }),
    })
    .meta({ id: "ClientFileContent" }),
  http: { method: "GET", path: "/client-files/{clientFileId}/content" },
  example: {
    input: { clientFileId: exampleFile.id },
    output: { name: "contract.txt", mediaType: "text/plain", content: "dGhlIGNvbnRyYWN0" },
  },
  refusals: ["clients.file_not_found"],
  async run(context, { clientFileId }) {
    const { name, fileId } = await findClientFile(context, clientFileId);
    const file = await fileStore().read(context, fileId);
    if (file === undefined) throw new FileNotFound();
    return { name, mediaType: file.mediaType, content: file.bytes.toString("base64") };
  },
});
