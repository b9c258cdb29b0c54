import "server-only";
import { exampleMembership } from "@/lib/auth/people/examples";
import { type MembershipRow, membershipColumns, membershipRelation } from "@/lib/auth/people/memberships";
import { MembershipView } from "@/lib/auth/people/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: membershipRelation,
  columns: membershipColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "createdAt",
  filters: { clientId: idSchema.optional(), userId: idSchema.optional() },
} as const;

export const listMemberships = query({
  name: "auth.membership.list",
  summary: "List who acts for a client",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(MembershipView),
  http: { method: "GET", path: "/memberships" },
  example: {
    input: { clientId: exampleMembership.clientId },
    output: { items: [exampleMembership], nextCursor: null },
  },
  run: (context, { clientId, userId, ...request }) =>
    readPage<MembershipRow>(context, definition, request, [
      clientId === undefined ? undefined : sql`client_id = ${clientId}::uuid`,
      userId === undefined ? undefined : sql`user_id = ${userId}::uuid`,
    ]),
});
