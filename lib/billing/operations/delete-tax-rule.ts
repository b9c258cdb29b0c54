import "server-only";
import { z } from "zod";
import { taxRuleDeleted } from "@/lib/billing/events";
import { exampleTaxRule } from "@/lib/billing/examples";
import { ChangeTaxRuleInput } from "@/lib/billing/schema";
import { lockTaxRule } from "@/lib/billing/tax-rule-rows";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const deleteTaxRule = operation({
  name: "billing.taxRule.delete",
  summary: "Delete a tax rule",
  description: "What was issued keeps its rate. A rule that held once is better given a last day.",
  audience: ["staff"],
  input: ChangeTaxRuleInput,
  output: z.object({ taxRuleId: idSchema }),
  http: { method: "DELETE", path: "/tax-rules/{taxRuleId}" },
  example: { input: { taxRuleId: exampleTaxRule.id, version: 1 }, output: { taxRuleId: exampleTaxRule.id } },
  refusals: ["billing.tax_rule_not_found", "core.stale_version"],
  async run(context, { taxRuleId, version }) {
    const before = await lockTaxRule(context, { taxRuleId, version });
    await context.execute(sql`
      delete from tax_rules where tenant_id = ${context.tenantId}::uuid and id = ${taxRuleId}::uuid`);
    context.audit(before, null);
    context.emit(taxRuleDeleted({ taxRuleId }));
    return { taxRuleId };
  },
});
