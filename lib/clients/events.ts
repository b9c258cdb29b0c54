import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const subject = { clientId: idSchema };

export const clientCreated = event("clients/client.created", z.object(subject), (p) => p.clientId);
export const clientUpdated = event("clients/client.updated", z.object(subject), (p) => p.clientId);
export const clientArchived = event("clients/client.archived", z.object(subject), (p) => p.clientId);
export const clientRestored = event("clients/client.restored", z.object(subject), (p) => p.clientId);
/** `clientId` is the one that is no more; documents from now on go to `intoId`. */
export const clientMerged = event(
  "clients/client.merged",
  z.object({ ...subject, intoId: idSchema }),
  (p) => p.clientId,
);

const contact = { ...subject, contactId: idSchema };
export const contactCreated = event("clients/contact.created", z.object(contact), (p) => p.clientId);
export const contactUpdated = event("clients/contact.updated", z.object(contact), (p) => p.clientId);
export const contactDeleted = event("clients/contact.deleted", z.object(contact), (p) => p.clientId);

const note = { ...subject, noteId: idSchema };
export const noteCreated = event("clients/note.created", z.object(note), (p) => p.clientId);
export const noteUpdated = event("clients/note.updated", z.object(note), (p) => p.clientId);
export const noteDeleted = event("clients/note.deleted", z.object(note), (p) => p.clientId);

const file = { ...subject, clientFileId: idSchema };
export const fileAdded = event("clients/file.added", z.object(file), (p) => p.clientId);
export const fileUpdated = event("clients/file.updated", z.object(file), (p) => p.clientId);
export const fileRemoved = event("clients/file.removed", z.object(file), (p) => p.clientId);

const group = { groupId: idSchema };
export const groupCreated = event("clients/group.created", z.object(group), (p) => p.groupId);
export const groupUpdated = event("clients/group.updated", z.object(group), (p) => p.groupId);
export const groupDeleted = event("clients/group.deleted", z.object(group), (p) => p.groupId);

const field = { fieldId: idSchema };
export const fieldCreated = event("clients/field.created", z.object(field), (p) => p.fieldId);
export const fieldUpdated = event("clients/field.updated", z.object(field), (p) => p.fieldId);
