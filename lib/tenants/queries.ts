import "server-only";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import type { languages } from "@/lib/core/text";
import { TenantNotFound } from "@/lib/tenants/errors";
import type { tenantStatuses } from "@/lib/tenants/schema";

export type TenantRow = {
  id: string;
  name: string;
  legalName: string | null;
  country: string;
  currency: CurrencyCode;
  language: (typeof languages)[number];
  timeZone: string;
  taxNumber: string | null;
  registrationNumber: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
  phone: string | null;
  email: string | null;
  status: (typeof tenantStatuses)[number];
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

const tenantColumns = sql`id, name, legal_name as "legalName", country, currency, language, time_zone as "timeZone",
  tax_number as "taxNumber", registration_number as "registrationNumber", line1, line2, city, region,
  postal_code as "postalCode", phone, email, status, version, created_at as "createdAt", updated_at as "updatedAt"`;

/** The actor's own company. Throws TenantNotFound. */
export async function findTenant({ query, tenantId }: QueryContext): Promise<TenantRow> {
  const [row] = await query<TenantRow>(
    sql`select ${tenantColumns} from tenants where id = ${tenantId}::uuid`,
  );
  if (row === undefined) throw new TenantNotFound();
  return row;
}

/** Locks the company for a change by someone who has seen `version`. Throws TenantNotFound, StaleVersion. */
export async function lockTenant(
  { query, tenantId }: CommandContext,
  { version }: { version: number },
): Promise<TenantRow> {
  const [row] = await query<TenantRow>(
    sql`select ${tenantColumns} from tenants where id = ${tenantId}::uuid for no key update`,
  );
  if (row === undefined) throw new TenantNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}
