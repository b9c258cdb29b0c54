import "server-only";
import { exampleClient, exampleFile } from "@/lib/clients/examples";
import { type ClientFileRow, clientFileColumns, clientFilesRelation } from "@/lib/clients/files/files";
import { findClient } from "@/lib/clients/queries";
import { FileView } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: clientFilesRelation,
  columns: clientFileColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: { clientId: idSchema },
} as const;

export const listFiles = query({
  name: "clients.file.list",
  summary: "List a client's files",
  description: "The client's people see those that were shown to them.",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(FileView),
  http: { method: "GET", path: "/clients/{clientId}/files" },
  example: { input: { clientId: exampleClient.id }, output: { items: [exampleFile], nextCursor: null } },
  refusals: ["clients.client_not_found"],
  async run(context, { clientId, ...request }) {
    await findClient(context, clientId);
    return readPage<ClientFileRow>(context, definition, request, [sql`client_id = ${clientId}::uuid`]);
  },
});
