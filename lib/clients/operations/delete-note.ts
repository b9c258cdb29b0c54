import "server-only";
import { z } from "zod";
import { noteDeleted } from "@/lib/clients/events";
import { exampleNote } from "@/lib/clients/examples";
import { lockNote } from "@/lib/clients/notes/notes";
import { NoteView } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const deleteNote = operation({
  name: "clients.note.delete",
  summary: "Delete a note",
  description: "The answer holds the note, so that it can be written again.",
  audience: ["staff"],
  input: z.strictObject({ noteId: idSchema, version: z.number().int().min(1) }),
  output: NoteView,
  http: { method: "DELETE", path: "/client-notes/{noteId}" },
  example: { input: { noteId: exampleNote.id, version: 1 }, output: exampleNote },
  refusals: ["clients.note_not_found", "core.stale_version"],
  async run(context, { noteId, version }) {
    const { execute, tenantId, audit, emit } = context;
    const before = await lockNote(context, { noteId, version });
    await execute(sql`delete from client_notes where tenant_id = ${tenantId}::uuid and id = ${noteId}::uuid`);

    audit(before, null);
    emit(noteDeleted({ clientId: before.clientId, noteId }));
    return before;
  },
});
