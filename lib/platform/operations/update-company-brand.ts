import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { companyBrand } from "@/lib/platform/brand";
import { companyBrandChanged } from "@/lib/platform/events";
import { exampleCompanyBrand } from "@/lib/platform/examples";
import { changeInCompany } from "@/lib/platform/in-company";
import { CompanyBrandView, UpdateCompanyBrandInput } from "@/lib/platform/schema";
import { updateBrand } from "@/lib/tenants/operations/update-brand";
import { updateTenant } from "@/lib/tenants/operations/update-tenant";

const name = "platform.brand.update";

export const updateCompanyBrand = operation({
  name,
  summary: "Change a company's name, colour and links for it",
  description: "By the company's own rules. It stands in the audit log of both, with who did it.",
  audience: ["staff"],
  input: UpdateCompanyBrandInput,
  output: CompanyBrandView,
  http: { method: "PATCH", path: "/platform/companies/{companyId}/brand" },
  example: {
    input: { companyId: exampleCompanyBrand.id, version: 1, name: "Northwind", accent: "#0f766e" },
    output: { ...exampleCompanyBrand, name: "Northwind", version: 3 },
  },
  refusals: ["platform.not_here", "platform.company_not_found", "core.stale_version"],
  needsFreshSignIn: true,
  async run(context, { companyId, name: newName, version, ...brand }) {
    const { before, after } = await changeInCompany(
      context,
      { companyId, operation: name },
      async (inside) => {
        const was = await companyBrand(inside);
        let seen = version;
        if (newName !== undefined && newName !== was.name) {
          seen = (await updateTenant.run(inside, { version: seen, name: newName })).version;
        }
        await updateBrand.run(inside, { ...brand, version: seen });
        return { before: was, after: await companyBrand(inside) };
      },
    );

    context.audit(before, after, "company");
    context.emit(companyBrandChanged({ companyId }));
    return after;
  },
});
