import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";
import { assertPlatform, type CompanyRow, companyColumns, withFigures } from "@/lib/platform/companies";
import { exampleCompany } from "@/lib/platform/examples";
import { CompanyView, companyStatuses } from "@/lib/platform/schema";

const definition = {
  from: sql`platform_companies()`,
  columns: companyColumns,
  sorts: {
    name: { column: "name", type: "text" },
    createdAt: { column: "created_at", type: "timestamptz" },
  },
  defaultSort: "name",
  filters: {
    status: z.enum(companyStatuses).optional(),
    search: lineSchema(100).optional().meta({ description: "Part of a name or of a host." }),
  },
} as const;

export const listCompanies = query({
  name: "platform.company.list",
  summary: "List the installation's companies",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(CompanyView),
  http: { method: "GET", path: "/platform/companies" },
  example: {
    input: { status: "ACTIVE", sort: "name", limit: 50 },
    output: { items: [exampleCompany], nextCursor: null },
  },
  refusals: ["platform.not_here"],
  async run(context, { status, search, ...request }) {
    await assertPlatform(context);
    const page = await readPage<CompanyRow>(context, definition, request, [
      status && sql`status = ${status}`,
      search === undefined
        ? undefined
        : sql`strpos(lower(concat_ws(' ', name, legal_name, array_to_string(hosts, ' '))), lower(${search})) > 0`,
    ]);
    return { ...page, items: await withFigures(context, page.items) };
  },
});
