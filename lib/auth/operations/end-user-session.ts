import "server-only";
import { endSession } from "@/lib/auth/end-session";
import { SessionNotFound } from "@/lib/auth/errors";
import { exampleSession } from "@/lib/auth/examples";
import { PersonAbove } from "@/lib/auth/people/errors";
import { findPerson } from "@/lib/auth/people/people";
import { findRole } from "@/lib/auth/people/roles";
import { reaches } from "@/lib/auth/rules/grants";
import { EndedView, SessionReference } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const endUserSession = operation({
  name: "auth.userSession.end",
  summary: "Sign somebody out in one browser",
  description:
    "At the next request of that browser. Of nobody who may do more than the caller. Asks for no fresh sign-in: whoever sees a thief should not be held up.",
  audience: ["staff"],
  input: SessionReference,
  output: EndedView,
  http: { method: "POST", path: "/user-sessions/{sessionId}/end" },
  example: {
    input: { sessionId: exampleSession.id },
    output: { id: exampleSession.id, endedAt: "2026-04-01T17:00:00.000Z" },
  },
  refusals: ["auth.session_not_found", "auth.person_above"],
  async run(context, { sessionId }) {
    const { query, tenantId, actor } = context;
    const [found] = await query<{ userId: string }>(sql`
      select user_id as "userId" from sessions where tenant_id = ${tenantId}::uuid and id = ${sessionId}::uuid`);
    if (found === undefined) throw new SessionNotFound();

    const person = await findPerson(context, found.userId);
    const role = person.kind === "STAFF" ? await findRole(context, person.role) : undefined;
    if (actor.id !== person.id && !reaches(actor.permissions, role?.permissions ?? []))
      throw new PersonAbove();
    return endSession(context, { sessionId, userId: person.id });
  },
});
