import "server-only";
import { taxRuleUpdated } from "@/lib/billing/events";
import { exampleTaxRule } from "@/lib/billing/examples";
import { TaxRuleView, UpdateTaxRuleInput } from "@/lib/billing/schema";
import { assertForward, lockTaxRule, type TaxRuleRow, taxRuleColumns } from "@/lib/billing/tax-rule-rows";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

const { id, name, country, validFrom } = exampleTaxRule;

export const updateTaxRule = operation({
  name: "billing.taxRule.update",
  summary: "Change a tax rule",
  description: "What was issued keeps the rate that it was issued with.",
  audience: ["staff"],
  input: UpdateTaxRuleInput,
  output: TaxRuleView,
  http: { method: "PUT", path: "/tax-rules/{taxRuleId}" },
  example: {
    input: { taxRuleId: id, version: 1, name, country, rate: "20", validFrom },
    output: { ...exampleTaxRule, rate: "20", version: 2 },
  },
  refusals: ["billing.tax_rule_not_found", "billing.tax_rule_backwards", "core.stale_version"],
  async run(context, { taxRuleId, version, ...input }) {
    assertForward(input);
    const before = await lockTaxRule(context, { taxRuleId, version });
    const [row] = await context.query<TaxRuleRow>(sql`
      update tax_rules set name = ${input.name}, country = ${input.country}, region = ${input.region}, tax_class = ${input.taxClass},
        rate = ${input.rate}, valid_from = ${input.validFrom}::date, valid_until = ${input.validUntil}::date,
        version = version + 1, updated_at = ${context.now}
      where tenant_id = ${context.tenantId}::uuid and id = ${taxRuleId}::uuid returning ${taxRuleColumns}`);
    const after = row as TaxRuleRow;
    context.audit(before, after);
    context.emit(taxRuleUpdated({ taxRuleId }));
    return after;
  },
});
