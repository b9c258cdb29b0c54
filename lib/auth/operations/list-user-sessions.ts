import "server-only";
import { exampleSession } from "@/lib/auth/examples";
import { examplePerson } from "@/lib/auth/people/examples";
import { findPerson } from "@/lib/auth/people/people";
import { inForce, type SessionRow, sessionColumns } from "@/lib/auth/queries";
import { SessionView } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: sql`sessions`,
  columns: sessionColumns,
  sorts: { lastSeenAt: { column: "last_seen_at", type: "timestamptz" } },
  defaultSort: "-lastSeenAt",
  filters: { userId: idSchema },
} as const;

export const listUserSessions = query({
  name: "auth.userSession.list",
  summary: "List where somebody is signed in",
  description: "Sessions in force of one account. Those in which staff act as the person are not among them.",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(SessionView),
  http: { method: "GET", path: "/users/{userId}/sessions" },
  example: { input: { userId: examplePerson.id }, output: { items: [exampleSession], nextCursor: null } },
  refusals: ["auth.user_not_found"],
  async run(context, { userId, ...request }) {
    await findPerson(context, userId);
    const page = await readPage<SessionRow>(context, definition, request, [
      sql`user_id = ${userId}::uuid and impersonator_id is null and ${inForce(context.now)}`,
    ]);
    const { sessionId } = context.actor;
    return { ...page, items: page.items.map((row) => ({ ...row, isCurrent: row.id === sessionId })) };
  },
});
