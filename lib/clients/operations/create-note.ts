import "server-only";
import { z } from "zod";
import { ClientNotChangeable } from "@/lib/clients/errors";
import { noteCreated } from "@/lib/clients/events";
import { exampleClient, exampleNote } from "@/lib/clients/examples";
import { type NoteRow, noteColumns } from "@/lib/clients/notes/notes";
import { lockClient } from "@/lib/clients/queries";
import { canClient } from "@/lib/clients/rules/status";
import { NoteView, noteTextSchema } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema, newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const createNote = operation({
  name: "clients.note.create",
  summary: "Write a note about a client",
  description: "Notes are for staff: the client's people never see them.",
  audience: ["staff"],
  input: z.strictObject({ clientId: idSchema, text: noteTextSchema, isPinned: z.boolean().default(false) }),
  output: NoteView,
  http: { method: "POST", path: "/clients/{clientId}/notes", status: 201 },
  example: { input: { clientId: exampleClient.id, text: exampleNote.text }, output: exampleNote },
  refusals: ["clients.client_not_found", "clients.client_not_changeable"],
  async run(context, { clientId, text, isPinned }) {
    const { query, tenantId, now, actor, audit, emit } = context;
    const client = await lockClient(context, { clientId });
    if (!canClient("annotate", client.status)) throw new ClientNotChangeable("annotate", client.status);

    const authorId = actor.kind === "user" ? (actor.id ?? null) : null;
    const [note] = await query<NoteRow>(sql`
      insert into client_notes (id, tenant_id, client_id, text, is_pinned, author_id, author_name, created_at, updated_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${text}, ${isPinned}, ${authorId}::uuid, ${actor.name},
        ${now}, ${now}) returning ${noteColumns}`);
    audit(null, note as NoteRow);
    emit(noteCreated({ clientId, noteId: (note as NoteRow).id }));
    return note as NoteRow;
  },
});
