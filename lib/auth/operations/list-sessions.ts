import "server-only";
import { exampleSession } from "@/lib/auth/examples";
import { inForce, personOf, type SessionRow, sessionColumns } from "@/lib/auth/queries";
import { SessionView } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: sql`sessions`,
  columns: sessionColumns,
  sorts: { lastSeenAt: { column: "last_seen_at", type: "timestamptz" } },
  defaultSort: "-lastSeenAt",
  filters: {},
} as const;

export const listSessions = query({
  name: "auth.session.list",
  summary: "List one's own sessions",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(SessionView),
  example: { input: {}, output: { items: [exampleSession], nextCursor: null } },
  refusals: ["auth.person_needed"],
  async run(context, request) {
    const { userId, sessionId } = personOf(context.actor);
    const page = await readPage<SessionRow>(context, definition, request, [
      sql`user_id = ${userId}::uuid and ${inForce(context.now)}`,
    ]);
    return { ...page, items: page.items.map((row) => ({ ...row, isCurrent: row.id === sessionId })) };
  },
});
