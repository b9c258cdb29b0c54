import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

export const exportRequested = event(
  "privacy/export.requested",
  z.object({ exportId: idSchema }),
  (p) => p.exportId,
);
export const exportReady = event("privacy/export.ready", z.object({ exportId: idSchema }), (p) => p.exportId);
export const exportExpired = event(
  "privacy/export.expired",
  z.object({ exportId: idSchema }),
  (p) => p.exportId,
);

const request = z.object({ requestId: idSchema });
export const erasureRequested = event("privacy/erasure.requested", request, (p) => p.requestId);
export const erasureDeclined = event("privacy/erasure.declined", request, (p) => p.requestId);
export const subjectErased = event(
  "privacy/subject.erased",
  z.object({ subjectKind: z.string(), subjectId: idSchema }),
  (p) => p.subjectId,
);
export const consentRecorded = event(
  "privacy/consent.recorded",
  z.object({ consentId: idSchema, isGiven: z.boolean() }),
  (p) => p.consentId,
);
