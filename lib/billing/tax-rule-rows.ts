import "server-only";
import { TaxRuleBackwards, TaxRuleNotFound } from "@/lib/billing/errors";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext } from "@/lib/core/operation/operation";
import type { CalendarDate } from "@/lib/core/time/calendar-date";

export type TaxRuleRow = {
  id: string;
  name: string;
  country: string;
  region: string | null;
  taxClass: string | null;
  rate: string;
  validFrom: CalendarDate;
  validUntil: CalendarDate | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const taxRuleColumns = sql`id, name, country, region, tax_class as "taxClass", rate, valid_from as "validFrom",
  valid_until as "validUntil", version, created_at as "createdAt", updated_at as "updatedAt"`;

/** Throws TaxRuleNotFound, StaleVersion. */
export async function lockTaxRule(
  { query, tenantId }: CommandContext,
  { taxRuleId, version }: { taxRuleId: string; version: number },
): Promise<TaxRuleRow> {
  const [row] = await query<TaxRuleRow>(sql`
    select ${taxRuleColumns} from tax_rules where tenant_id = ${tenantId}::uuid and id = ${taxRuleId}::uuid for update`);
  if (row === undefined) throw new TaxRuleNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}

/** Throws TaxRuleBackwards. */
export function assertForward({ validFrom, validUntil }: Pick<TaxRuleRow, "validFrom" | "validUntil">): void {
  if (validUntil !== null && validUntil <= validFrom) throw new TaxRuleBackwards();
}
