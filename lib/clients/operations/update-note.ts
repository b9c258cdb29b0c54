import "server-only";
import { z } from "zod";
import { NoteOfSomebodyElse } from "@/lib/clients/errors";
import { noteUpdated } from "@/lib/clients/events";
import { exampleNote } from "@/lib/clients/examples";
import { lockNote, type NoteRow, noteColumns } from "@/lib/clients/notes/notes";
import { NoteView, noteTextSchema } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const updateNote = operation({
  name: "clients.note.update",
  summary: "Change or pin a note",
  description: "The text is its author's to change; pinning is anybody's who may change notes.",
  audience: ["staff"],
  input: z.strictObject({
    noteId: idSchema,
    version: z.number().int().min(1),
    text: noteTextSchema.optional(),
    isPinned: z.boolean().optional(),
  }),
  output: NoteView,
  http: { method: "PATCH", path: "/client-notes/{noteId}" },
  example: {
    input: { noteId: exampleNote.id, version: 1, isPinned: true },
    output: { ...exampleNote, isPinned: true, version: 2 },
  },
  refusals: ["clients.note_not_found", "clients.note_of_somebody_else", "core.stale_version"],
  async run(context, { noteId, version, text, isPinned }) {
    const { query, tenantId, now, actor, audit, emit } = context;
    const before = await lockNote(context, { noteId, version });
    if (text !== undefined && text !== before.text && before.authorId !== actor.id)
      throw new NoteOfSomebodyElse();

    const [after] = await query<NoteRow>(sql`
      update client_notes set text = ${text ?? before.text}, is_pinned = ${isPinned ?? before.isPinned},
        version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${noteId}::uuid returning ${noteColumns}`);
    audit(before, after as NoteRow);
    emit(noteUpdated({ clientId: before.clientId, noteId }));
    return after as NoteRow;
  },
});
