import "server-only";
import { taxRuleCreated } from "@/lib/billing/events";
import { exampleTaxRule } from "@/lib/billing/examples";
import { CreateTaxRuleInput, TaxRuleView } from "@/lib/billing/schema";
import { assertForward, type TaxRuleRow, taxRuleColumns } from "@/lib/billing/tax-rule-rows";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

const { name, country, rate, validFrom } = exampleTaxRule;

export const createTaxRule = operation({
  name: "billing.taxRule.create",
  summary: "Add a tax rule",
  audience: ["staff"],
  input: CreateTaxRuleInput,
  output: TaxRuleView,
  http: { method: "POST", path: "/tax-rules", status: 201 },
  example: { input: { name, country, rate, validFrom }, output: exampleTaxRule },
  refusals: ["billing.tax_rule_backwards"],
  async run({ query, tenantId, now, audit, emit }, input) {
    assertForward(input);
    const [row] = await query<TaxRuleRow>(sql`
      insert into tax_rules (id, tenant_id, name, country, region, tax_class, rate, valid_from, valid_until, created_at, updated_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${input.name}, ${input.country}, ${input.region}, ${input.taxClass}, ${input.rate},
        ${input.validFrom}::date, ${input.validUntil}::date, ${now}, ${now}) returning ${taxRuleColumns}`);
    const created = row as TaxRuleRow;
    audit(null, created);
    emit(taxRuleCreated({ taxRuleId: created.id }));
    return created;
  },
});
