import "server-only";
import { ClientNotFound } from "@/lib/clients/errors";
import type { CustomValues } from "@/lib/clients/rules/custom-fields";
import type { clientKinds, clientStatuses } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import type { languages } from "@/lib/core/text";

export type ClientRow = {
  id: string;
  number: bigint;
  kind: (typeof clientKinds)[number];
  name: string;
  companyName: string | null;
  email: string;
  country: string;
  currency: CurrencyCode;
  language: (typeof languages)[number] | null;
  status: (typeof clientStatuses)[number];
  line1: string | null;
  line2: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
  phone: string | null;
  taxNumber: string | null;
  currencyLockedAt: Date | null;
  groupId: string | null;
  tags: string[];
  creditTermsDays: number | null;
  creditLimitMinor: bigint | null;
  customValues: CustomValues;
  mergedIntoId: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const clientColumns = sql`id, number, kind, name, company_name as "companyName", email, country, currency, language,
  status, line1, line2, city, region, postal_code as "postalCode", phone, tax_number as "taxNumber",
  currency_locked_at as "currencyLockedAt", group_id as "groupId", tags, credit_terms_days as "creditTermsDays",
  credit_limit_minor as "creditLimitMinor", custom_values as "customValues", merged_into_id as "mergedIntoId",
  version, created_at as "createdAt", updated_at as "updatedAt"`;

/** One client of the actor's tenant. Throws ClientNotFound. */
export async function findClient({ query, tenantId }: QueryContext, clientId: string): Promise<ClientRow> {
  const [row] = await query<ClientRow>(
    sql`select ${clientColumns} from clients where tenant_id = ${tenantId}::uuid and id = ${clientId}::uuid`,
  );
  if (row === undefined) throw new ClientNotFound();
  return row;
}

/**
 * Locks a client for a change by someone who has seen `version`.
 * Throws ClientNotFound, or StaleVersion when somebody else changed it since.
 */
export async function lockClient(
  { query, tenantId }: CommandContext,
  { clientId, version }: { clientId: string; version?: number },
): Promise<ClientRow> {
  const [row] = await query<ClientRow>(
    sql`select ${clientColumns} from clients where tenant_id = ${tenantId}::uuid and id = ${clientId}::uuid for no key update`,
  );
  if (row === undefined) throw new ClientNotFound();
  if (version !== undefined && row.version !== version) throw new StaleVersion();
  return row;
}
