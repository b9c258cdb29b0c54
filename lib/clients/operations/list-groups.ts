import "server-only";
import { exampleGroup } from "@/lib/clients/examples";
import { type GroupRow, groupColumns } from "@/lib/clients/groups/groups";
import { GroupView } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: sql`client_groups`,
  columns: groupColumns,
  sorts: { name: { column: "name", type: "text" } },
  defaultSort: "name",
  filters: {},
} as const;

export const listGroups = query({
  name: "clients.group.list",
  summary: "List groups of clients",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(GroupView),
  http: { method: "GET", path: "/client-groups" },
  example: { input: {}, output: { items: [exampleGroup], nextCursor: null } },
  run: (context, request) => readPage<GroupRow>(context, definition, request, []),
});
