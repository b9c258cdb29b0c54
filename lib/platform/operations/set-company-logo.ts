import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { companyBrand } from "@/lib/platform/brand";
import { companyBrandChanged } from "@/lib/platform/events";
import { exampleCompanyBrand } from "@/lib/platform/examples";
import { changeInCompany } from "@/lib/platform/in-company";
import { CompanyBrandView, SetCompanyLogoInput } from "@/lib/platform/schema";
import { setLogo } from "@/lib/tenants/operations/set-logo";

const name = "platform.brand.setLogo";

export const setCompanyLogo = operation({
  name,
  summary: "Put a company's logo in for it, or take it away",
  audience: ["staff"],
  input: SetCompanyLogoInput,
  output: CompanyBrandView,
  http: { method: "PUT", path: "/platform/companies/{companyId}/brand/logos/{kind}" },
  example: {
    input: { companyId: exampleCompanyBrand.id, version: 1, kind: "logo", content: null },
    output: { ...exampleCompanyBrand, logoFileId: null, version: 2 },
  },
  refusals: [
    "platform.not_here",
    "platform.company_not_found",
    "core.stale_version",
    "tenants.logo_not_usable",
  ],
  needsFreshSignIn: true,
  async run(context, { companyId, ...logo }) {
    const { before, after } = await changeInCompany(
      context,
      { companyId, operation: name },
      async (inside) => {
        const was = await companyBrand(inside);
        await setLogo.run(inside, logo);
        return { before: was, after: await companyBrand(inside) };
      },
    );

    context.audit(before, after, "company");
    context.emit(companyBrandChanged({ companyId }));
    return after;
  },
});
