import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const ofSession = z.object({ sessionId: idSchema, userId: idSchema });
const ofApiKey = z.object({ apiKeyId: idSchema });

export const userCreated = event("auth/user.created", z.object({ userId: idSchema }), (p) => p.userId);
export const sessionStarted = event("auth/session.started", ofSession, (p) => p.userId);
export const sessionEnded = event("auth/session.ended", ofSession, (p) => p.userId);
export const apiKeyCreated = event("auth/api-key.created", ofApiKey, (p) => p.apiKeyId);
export const apiKeyRevoked = event("auth/api-key.revoked", ofApiKey, (p) => p.apiKeyId);
