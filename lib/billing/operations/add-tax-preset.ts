import "server-only";
import { z } from "zod";
import { taxRuleCreated } from "@/lib/billing/events";
import { exampleTaxRule } from "@/lib/billing/examples";
import { presetNames, presets } from "@/lib/billing/rules/presets";
import { TaxRuleView } from "@/lib/billing/schema";
import { type TaxRuleRow, taxRuleColumns } from "@/lib/billing/tax-rule-rows";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { dateInZone } from "@/lib/core/time/calendar-date";
import { findTenant } from "@/lib/tenants/queries";

export const addTaxPreset = operation({
  name: "billing.taxRule.addPreset",
  summary: "Add the standard rates of a part of the world",
  description: "Only for countries that have no rule yet. From then on they are the company's own rules.",
  audience: ["staff"],
  input: z.strictObject({ preset: z.enum(presetNames) }),
  output: z.object({ added: z.array(TaxRuleView) }),
  http: { method: "POST", path: "/tax-rule-presets" },
  example: { input: { preset: "EU" }, output: { added: [exampleTaxRule] } },
  async run(context, { preset }) {
    const { query, tenantId, now, audit, emit } = context;
    const day = `${dateInZone(now, (await findTenant(context)).timeZone).slice(0, 4)}-01-01`;
    const rules = presets[preset];
    const added = await query<TaxRuleRow>(sql`
      insert into tax_rules (id, tenant_id, name, country, rate, valid_from, created_at, updated_at)
      select p.id, ${tenantId}::uuid, p.name, p.country, p.rate, ${day}::date, ${now}, ${now}
      from unnest(${rules.map(() => newId())}::uuid[], ${rules.map(({ name }) => name)}::text[],
        ${rules.map(({ country }) => country)}::text[], ${rules.map(({ rate }) => rate)}::text[]) as p (id, name, country, rate)
      where not exists (select 1 from tax_rules r where r.tenant_id = ${tenantId}::uuid and r.country = p.country)
      returning ${taxRuleColumns}`);
    for (const rule of added) {
      audit(null, rule);
      emit(taxRuleCreated({ taxRuleId: rule.id }));
    }
    return { added };
  },
});
