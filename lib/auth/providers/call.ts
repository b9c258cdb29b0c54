import "server-only";
import { type ProviderToCall, providerToCall } from "@/lib/auth/providers/rows";
import { config } from "@/lib/core/config/load";
import { appPool } from "@/lib/core/db/pools";
import { tenantTransaction } from "@/lib/core/db/transaction";

/**
 * A provider of a company with its secret in plain text, for the conversation with it: read on its own, because no transaction stays
 * open while an outside party is asked. Throws ProviderNotFound.
 */
export function loadProvider(tenantId: string, providerId: string): Promise<ProviderToCall> {
  const { DATABASE_STATEMENT_TIMEOUT_MS: statementTimeoutMs, DATABASE_PREPARED: prepared } = config();
  return tenantTransaction(appPool(), { tenantId, mode: "read" }, { statementTimeoutMs, prepared }, (tx) =>
    providerToCall({ tenantId, query: tx.query.bind(tx) as typeof tx.query }, providerId),
  );
}
