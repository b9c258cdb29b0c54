import "server-only";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { findCompany } from "@/lib/platform/companies";
import { companyExported } from "@/lib/platform/events";
import { exampleCompany } from "@/lib/platform/examples";
import { changeInCompany } from "@/lib/platform/in-company";
import { CompanyReference, ExportManifestView, type exportReasons } from "@/lib/platform/schema";

type Planned = { name: string; columns: string[]; reason: (typeof exportReasons)[number] | null };

const name = "platform.company.export";

/** Notes, in the chains of both, that a company's data are taken out. The lines follow page by page (`export-lines.ts`). */
export const exportCompany = operation({
  name,
  summary: "Take a company's data out",
  description: "Answers what the export will hold, and what stays behind and why.",
  audience: ["staff"],
  input: CompanyReference,
  output: ExportManifestView,
  example: {
    input: { companyId: exampleCompany.id },
    output: {
      company: exampleCompany,
      takenAt: "2026-04-01T09:00:00.000Z",
      tables: [{ name: "clients", columns: ["id", "tenant_id", "name"] }],
      leftOut: [{ name: "secrets", reason: "credential" }],
    },
  },
  refusals: ["platform.not_here", "platform.company_not_found"],
  needsFreshSignIn: true,
  async run(context, { companyId }) {
    const company = await findCompany(context, companyId);
    const plan = await context.query<Planned>(sql`select name, columns, reason from platform_export_plan()`);
    const tables = plan.flatMap(({ reason, ...table }) => (reason === null ? [table] : []));
    const leftOut = plan.flatMap((one) =>
      one.reason === null ? [] : [{ name: one.name, reason: one.reason }],
    );

    const noted = { id: companyId, tables: tables.length };
    await changeInCompany(context, { companyId, operation: name }, async (inside) =>
      inside.audit(null, noted, "tenant"),
    );
    context.audit(null, noted);
    context.emit(companyExported({ companyId }));
    return { company, takenAt: context.now, tables, leftOut };
  },
});
