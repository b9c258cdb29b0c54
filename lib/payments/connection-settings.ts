import "server-only";
import { readSecret } from "@/lib/core/crypto/secrets";
import type { QueryContext } from "@/lib/core/operation/operation";
import type { ConnectionRow } from "@/lib/payments/queries";

/** The secret settings of a connection are kept as one object under this name. */
export const secretPurpose = "payments.gateway";

/** All settings of a connection, the secret ones too: for calls, never for people. */
export async function settingsOf(
  context: Pick<QueryContext, "query" | "tenantId">,
  connection: ConnectionRow,
): Promise<Record<string, string>> {
  return { ...connection.settings, ...(await secretsOf(context, connection)) };
}

export async function secretsOf(
  context: Pick<QueryContext, "query" | "tenantId">,
  { secretId }: ConnectionRow,
): Promise<Record<string, string>> {
  if (secretId === null) return {};
  const text = await readSecret(context, { id: secretId, purpose: secretPurpose });
  return text === undefined ? {} : (JSON.parse(text) as Record<string, string>);
}

/** Where a gateway tells what became of a payment. */
export function webhookPathOf(connectionId: string): string {
  return `/api/webhooks/payments/${connectionId}`;
}
