import "server-only";
import type { TaxRate } from "@/lib/billing/rules/tax";
import { chooseRate, type Rule } from "@/lib/billing/rules/tax-choice";
import { checkTaxNumber } from "@/lib/clients/tax-number";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";

type Asked = {
  readonly country: string;
  /** Code of ISO 3166-2 or null, as clients have it. */
  readonly region: string | null;
  readonly isBusiness: boolean;
  readonly taxNumber: string | null;
  /** The day of the sale, in the company's calendar. */
  readonly day: string;
};

/**
 * The rates that sales to a buyer bear on a day, by tax class: what `reckonTax` asks for. Works for every actor; whether a tax number is
 * in force only its authority knows, here its form and check digits count.
 */
export async function taxRates(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  { country, region, isBusiness, taxNumber, day }: Asked,
): Promise<(taxClass: string) => TaxRate> {
  const rules = await query<Rule>(sql`
    select name, country, region, tax_class as "taxClass", rate, valid_from as "validFrom", valid_until as "validUntil"
    from tax_rules where tenant_id = ${tenantId}::uuid and country = ${country} and valid_from <= ${day}::date
      and (valid_until is null or valid_until > ${day}::date)`);
  const [seller] = await query<{ country: string }>(
    sql`select country from tenants where id = ${tenantId}::uuid`,
  );
  if (seller === undefined) throw new Error("A sale needs a company.");

  const hasTaxNumber = taxNumber !== null && checkTaxNumber(taxNumber, country).verdict === "valid";
  const buyer = { country, region, isBusiness, hasTaxNumber };
  return (taxClass) => chooseRate(rules, { seller, buyer, taxClass, day });
}
