import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const subject = { clientId: idSchema };

export const clientCreated = event("clients/client.created", z.object(subject), (p) => p.clientId);
export const clientUpdated = event("clients/client.updated", z.object(subject), (p) => p.clientId);
export const clientArchived = event("clients/client.archived", z.object(subject), (p) => p.clientId);
export const clientRestored = event("clients/client.restored", z.object(subject), (p) => p.clientId);
