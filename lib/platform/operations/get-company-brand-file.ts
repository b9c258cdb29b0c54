import "server-only";
import { query } from "@/lib/core/operation/operation";
import { exampleCompany } from "@/lib/platform/examples";
import { readInCompany } from "@/lib/platform/in-company";
import { CompanyReference } from "@/lib/platform/schema";
import { getBrandFile } from "@/lib/tenants/operations/get-brand-file";

/** For the pages that show a company's brand to the platform. Only what the company shows to everybody. */
export const getCompanyBrandFile = query({
  name: "platform.brand.file",
  summary: "Read an image of a company's brand",
  audience: ["staff"],
  input: CompanyReference.extend({ brandFileId: getBrandFile.input.shape.brandFileId }),
  output: getBrandFile.output,
  example: {
    input: { companyId: exampleCompany.id, ...getBrandFile.example.input },
    output: getBrandFile.example.output,
  },
  refusals: ["platform.not_here", "platform.company_not_found", "core.not_found"],
  run: (context, { companyId, brandFileId }) =>
    readInCompany(context, companyId, (inside) => getBrandFile.run(inside, { brandFileId })),
});
