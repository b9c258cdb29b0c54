import "server-only";
import { endSession } from "@/lib/auth/end-session";
import { exampleSession } from "@/lib/auth/examples";
import { personOf } from "@/lib/auth/queries";
import { EndedView, SessionReference } from "@/lib/auth/schema";
import { operation } from "@/lib/core/operation/operation";

export const revokeSession = operation({
  name: "auth.session.revoke",
  summary: "End one of one's own sessions",
  description: "The browser that holds it is signed out at its next request.",
  audience: ["staff", "client"],
  input: SessionReference,
  output: EndedView,
  example: {
    input: { sessionId: exampleSession.id },
    output: { id: exampleSession.id, endedAt: "2026-04-01T17:00:00.000Z" },
  },
  refusals: ["auth.person_needed", "auth.session_not_found"],
  run: (context, { sessionId }) => endSession(context, { sessionId, userId: personOf(context.actor).userId }),
});
