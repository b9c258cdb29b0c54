import "server-only";
import { z } from "zod";
import { examplePerson } from "@/lib/auth/people/examples";
import { type PersonRow, personColumns, personRelation } from "@/lib/auth/people/people";
import { PersonView, roleKeySchema } from "@/lib/auth/people/schema";
import { userKinds } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";

const definition = {
  from: personRelation,
  columns: personColumns,
  sorts: { email: { column: "email", type: "text" } },
  defaultSort: "email",
  filters: {
    kind: z.enum(userKinds).optional(),
    status: z.enum(["PENDING", "ACTIVE", "SUSPENDED"]).optional(),
    role: roleKeySchema.optional(),
    search: lineSchema(100).optional().meta({ description: "A part of name or address." }),
  },
} as const;

export const listUsers = query({
  name: "auth.user.list",
  summary: "List user accounts",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(PersonView),
  http: { method: "GET", path: "/users" },
  example: { input: { kind: "STAFF" }, output: { items: [examplePerson], nextCursor: null } },
  run: (context, { kind, status, role, search, ...request }) =>
    readPage<PersonRow>(context, definition, request, [
      sql`status <> 'ERASED'`,
      kind === undefined ? undefined : sql`kind = ${kind}::user_kind`,
      status === undefined ? undefined : sql`status = ${status}::user_status`,
      role === undefined ? undefined : sql`role = ${role}`,
      search === undefined
        ? undefined
        : sql`(strpos(lower(name), ${search.toLowerCase()}) > 0 or strpos(email, ${search.toLowerCase()}) > 0)`,
    ]),
});
