import "server-only";
import { exampleTaxRule } from "@/lib/billing/examples";
import { TaxRuleView } from "@/lib/billing/schema";
import { type TaxRuleRow, taxRuleColumns } from "@/lib/billing/tax-rule-rows";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { countrySchema } from "@/lib/core/text";

const definition = {
  from: sql`tax_rules`,
  columns: taxRuleColumns,
  sorts: { country: { column: "country", type: "text" } },
  defaultSort: "country",
  filters: { country: countrySchema.optional() },
} as const;

export const listTaxRules = query({
  name: "billing.taxRule.list",
  summary: "List tax rules",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(TaxRuleView),
  http: { method: "GET", path: "/tax-rules" },
  example: { input: { country: "DE" }, output: { items: [exampleTaxRule], nextCursor: null } },
  run: (context, { country, ...request }) =>
    readPage<TaxRuleRow>(context, definition, request, [
      country === undefined ? undefined : sql`country = ${country}`,
    ]),
});
