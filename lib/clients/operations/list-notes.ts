import "server-only";
import { z } from "zod";
import { exampleClient, exampleNote } from "@/lib/clients/examples";
import { type NoteRow, noteColumns } from "@/lib/clients/notes/notes";
import { findClient } from "@/lib/clients/queries";
import { NoteView } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: sql`client_notes`,
  columns: noteColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: { clientId: idSchema, isPinned: z.boolean().optional() },
} as const;

export const listNotes = query({
  name: "clients.note.list",
  summary: "List the notes about a client",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(NoteView),
  http: { method: "GET", path: "/clients/{clientId}/notes" },
  example: { input: { clientId: exampleClient.id }, output: { items: [exampleNote], nextCursor: null } },
  refusals: ["clients.client_not_found"],
  async run(context, { clientId, isPinned, ...request }) {
    await findClient(context, clientId);
    return readPage<NoteRow>(context, definition, request, [
      sql`client_id = ${clientId}::uuid`,
      isPinned === undefined ? undefined : sql`is_pinned = ${isPinned}`,
    ]);
  },
});
