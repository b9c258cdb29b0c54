import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { companyResumed } from "@/lib/platform/events";
import { exampleCompany } from "@/lib/platform/examples";
import { CompanyReference, CompanyView } from "@/lib/platform/schema";
import { setStatus } from "@/lib/platform/set-status";

const name = "platform.company.resume";

export const resumeCompany = operation({
  name,
  summary: "Let a suspended company work again",
  audience: ["staff"],
  input: CompanyReference,
  output: CompanyView,
  http: { method: "POST", path: "/platform/companies/{companyId}/resume" },
  example: { input: { companyId: exampleCompany.id }, output: exampleCompany },
  refusals: ["platform.not_here", "platform.company_not_found", "platform.company_unchanged"],
  needsFreshSignIn: true,
  async run(context, { companyId }) {
    const company = await setStatus(context, { companyId, reason: null, status: "ACTIVE", operation: name });
    context.emit(companyResumed({ companyId }));
    return company;
  },
});
