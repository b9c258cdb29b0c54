import "server-only";
import { z } from "zod";
import { exampleUser } from "@/lib/auth/examples";
import { type UserRow, userColumns } from "@/lib/auth/queries";
import { UserView, userKinds, userStatuses } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: sql`users`,
  columns: userColumns,
  sorts: { email: { column: "email", type: "text" } },
  defaultSort: "email",
  filters: { kind: z.enum(userKinds).optional(), status: z.enum(userStatuses).optional() },
} as const;

export const listUsers = query({
  name: "auth.user.list",
  summary: "List user accounts",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(UserView),
  http: { method: "GET", path: "/users" },
  example: { input: { kind: "STAFF" }, output: { items: [exampleUser], nextCursor: null } },
  run: (context, { kind, status, ...request }) =>
    readPage<UserRow>(context, definition, request, [
      kind === undefined ? undefined : sql`kind = ${kind}::user_kind`,
      status === undefined ? undefined : sql`status = ${status}::user_status`,
    ]),
});
