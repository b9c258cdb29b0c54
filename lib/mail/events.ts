import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

/** A mail waits to be handed over. Carries no word of it: the body stays in the database, encrypted. */
export const messageQueued = event(
  "mail/message.queued",
  z.object({ messageId: idSchema, round: z.number().int() }),
  (p) => p.messageId,
);
export const messageSent = event("mail/message.sent", z.object({ messageId: idSchema }), (p) => p.messageId);
export const messageFailed = event(
  "mail/message.failed",
  z.object({ messageId: idSchema, reason: z.string() }),
  (p) => p.messageId,
);
export const addressMarked = event(
  "mail/address.marked",
  z.object({ suppressionId: idSchema, reason: z.string() }),
  (p) => p.suppressionId,
);
