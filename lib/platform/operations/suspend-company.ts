import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { companySuspended } from "@/lib/platform/events";
import { exampleCompany } from "@/lib/platform/examples";
import { CompanyView, SuspendCompanyInput } from "@/lib/platform/schema";
import { setStatus } from "@/lib/platform/set-status";

const name = "platform.company.suspend";

export const suspendCompany = operation({
  name,
  summary: "Suspend a company",
  description:
    "Its people, keys, visitors and automation are refused from their next request on. Nothing of it is lost.",
  audience: ["staff"],
  input: SuspendCompanyInput,
  output: CompanyView,
  http: { method: "POST", path: "/platform/companies/{companyId}/suspend" },
  example: {
    input: { companyId: exampleCompany.id, reason: "Contract ended" },
    output: { ...exampleCompany, status: "SUSPENDED", suspendedReason: "Contract ended" },
  },
  refusals: ["platform.not_here", "platform.company_not_found", "platform.company_unchanged"],
  needsFreshSignIn: true,
  async run(context, { companyId, reason }) {
    const company = await setStatus(context, { companyId, reason, status: "SUSPENDED", operation: name });
    context.emit(companySuspended({ companyId }));
    return company;
  },
});
