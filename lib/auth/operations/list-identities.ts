import "server-only";
import { exampleIdentity } from "@/lib/auth/providers/examples";
import { type IdentityRow, identityColumns, identityRelation } from "@/lib/auth/providers/identities";
import { IdentityView } from "@/lib/auth/providers/schema";
import { personOf } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: identityRelation,
  columns: identityColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "createdAt",
  filters: {},
} as const;

export const listIdentities = query({
  name: "auth.identity.list",
  summary: "List one's own connected accounts",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(IdentityView),
  example: { input: {}, output: { items: [exampleIdentity], nextCursor: null } },
  refusals: ["auth.person_needed"],
  run(context, request) {
    const { userId } = personOf(context.actor);
    return readPage<IdentityRow>(context, definition, request, [sql`user_id = ${userId}::uuid`]);
  },
});
