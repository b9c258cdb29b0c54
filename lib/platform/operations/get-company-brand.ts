import "server-only";
import { query } from "@/lib/core/operation/operation";
import { companyBrand } from "@/lib/platform/brand";
import { exampleCompanyBrand } from "@/lib/platform/examples";
import { readInCompany } from "@/lib/platform/in-company";
import { CompanyBrandView, CompanyReference } from "@/lib/platform/schema";

export const getCompanyBrand = query({
  name: "platform.brand.get",
  summary: "Read a company's brand",
  audience: ["staff"],
  input: CompanyReference,
  output: CompanyBrandView,
  http: { method: "GET", path: "/platform/companies/{companyId}/brand" },
  example: { input: { companyId: exampleCompanyBrand.id }, output: exampleCompanyBrand },
  refusals: ["platform.not_here", "platform.company_not_found"],
  run: (context, { companyId }) => readInCompany(context, companyId, companyBrand),
});
