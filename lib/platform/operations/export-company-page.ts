import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { assertPlatform } from "@/lib/platform/companies";
import { exampleCompany } from "@/lib/platform/examples";
import { CompanyReference } from "@/lib/platform/schema";

/** A part of one table of a company, for the export that notes itself first. No door of its own leads here. */
export const exportCompanyPage = query({
  name: "platform.company.exportPage",
  summary: "Read a part of a company's data for its export",
  audience: ["staff"],
  input: CompanyReference.extend({
    table: z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, "must be the name of a table"),
    after: z
      .array(z.string().max(1_000))
      .max(8)
      .nullable()
      .default(null)
      .meta({ description: "`next` of the page before." }),
    most: z.number().int().min(1).max(1_000),
  }),
  output: z.object({
    lines: z.array(z.string()).meta({ description: "Each a row as JSON." }),
    next: z.array(z.string()).nullable().meta({ description: "Null on the last page." }),
  }),
  example: {
    input: { companyId: exampleCompany.id, table: "clients", most: 100 },
    output: { lines: [], next: null },
  },
  refusals: ["platform.not_here"],
  async run(context, { companyId, table, after, most }) {
    await assertPlatform(context);
    const rows = await context.query<{ place: string[]; line: string }>(
      sql`select place, line from platform_export_page(${companyId}::uuid, ${table}, ${after}::text[], ${most})`,
    );
    const last = rows.at(-1)?.place ?? [];
    return {
      lines: rows.map(({ line }) => line),
      next: rows.length < most || last.length === 0 ? null : last,
    };
  },
});
