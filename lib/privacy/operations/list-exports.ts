import "server-only";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { exampleExport } from "@/lib/privacy/examples";
import { type ExportRow, exportColumns } from "@/lib/privacy/exports";
import { ExportView } from "@/lib/privacy/schema";

const definition = {
  from: sql`data_exports`,
  columns: exportColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: {},
} as const;

export const listExports = query({
  name: "privacy.export.list",
  summary: "List the exports that one asked for",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(ExportView),
  http: { method: "GET", path: "/data-exports" },
  example: { input: {}, output: { items: [exampleExport], nextCursor: null } },
  run: (context, request) =>
    readPage<ExportRow>(context, definition, request, [
      sql`requested_by_id = ${context.actor.id ?? null}::uuid`,
    ]),
});
