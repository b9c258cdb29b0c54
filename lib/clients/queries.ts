import "server-only";
import { ClientNotFound } from "@/lib/clients/errors";
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
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const clientColumns = sql`id, number, kind, name, company_name as "companyName", email, country, currency, language,
  status, version, created_at as "createdAt", updated_at as "updatedAt"`;

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
  { clientId, version }: { clientId: string; version: number },
): Promise<ClientRow> {
  const [row] = await query<ClientRow>(
    sql`select ${clientColumns} from clients where tenant_id = ${tenantId}::uuid and id = ${clientId}::uuid for no key update`,
  );
  if (row === undefined) throw new ClientNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}
