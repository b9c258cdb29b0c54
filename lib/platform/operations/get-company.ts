import "server-only";
import { query } from "@/lib/core/operation/operation";
import { findCompany } from "@/lib/platform/companies";
import { exampleCompany } from "@/lib/platform/examples";
import { CompanyReference, CompanyView } from "@/lib/platform/schema";

export const getCompany = query({
  name: "platform.company.get",
  summary: "Read a company",
  audience: ["staff"],
  input: CompanyReference,
  output: CompanyView,
  http: { method: "GET", path: "/platform/companies/{companyId}" },
  example: { input: { companyId: exampleCompany.id }, output: exampleCompany },
  refusals: ["platform.not_here", "platform.company_not_found"],
  run: (context, { companyId }) => findCompany(context, companyId),
});
