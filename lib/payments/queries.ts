import "server-only";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import type { Texts } from "@/lib/core/text";
import { ConnectionNotFound, PaymentNotFound } from "@/lib/payments/errors";
import type { PaymentStatus } from "@/lib/payments/rules/status";

export type PaymentRow = {
  id: string;
  number: bigint;
  clientId: string;
  invoiceId: string;
  connectionId: string | null;
  gateway: string;
  status: PaymentStatus;
  currency: CurrencyCode;
  amountMinor: bigint;
  creditedMinor: bigint;
  reference: string | null;
  method: string | null;
  actionUrl: string | null;
  failureCode: string | null;
  failureDetail: string | null;
  receivedAt: Date | null;
  calledAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

/** Without `instructions`: those are read where the gateway is called, and nowhere else. */
export const paymentColumns = sql`id, number, client_id as "clientId", invoice_id as "invoiceId", connection_id as "connectionId",
  gateway, status, currency, amount_minor as "amountMinor", credited_minor as "creditedMinor", reference, method,
  action_url as "actionUrl", failure_code as "failureCode", failure_detail as "failureDetail", received_at as "receivedAt",
  called_at as "calledAt", version, created_at as "createdAt", updated_at as "updatedAt"`;

type Reader = Pick<QueryContext, "query" | "tenantId">;

/** Throws PaymentNotFound. */
export async function findPayment({ query, tenantId }: Reader, paymentId: string): Promise<PaymentRow> {
  const [row] = await query<PaymentRow>(sql`
    select ${paymentColumns} from payments where tenant_id = ${tenantId}::uuid and id = ${paymentId}::uuid`);
  if (row === undefined) throw new PaymentNotFound();
  return row;
}

/** Locks a payment. Before its invoice, always: two that lock both cannot wait for each other. Throws PaymentNotFound. */
export async function lockPayment({ query, tenantId }: Reader, paymentId: string): Promise<PaymentRow> {
  const [row] = await query<PaymentRow>(sql`
    select ${paymentColumns} from payments where tenant_id = ${tenantId}::uuid and id = ${paymentId}::uuid for no key update`);
  if (row === undefined) throw new PaymentNotFound();
  return row;
}

export type ConnectionRow = {
  id: string;
  gateway: string;
  name: Texts;
  isEnabled: boolean;
  settings: Record<string, string>;
  secretId: string | null;
  position: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const connectionColumns = sql`id, gateway, name, is_enabled as "isEnabled", settings, secret_id as "secretId", position, version,
  created_at as "createdAt", updated_at as "updatedAt"`;

/** Throws ConnectionNotFound. */
export async function findConnection(
  { query, tenantId }: Reader,
  connectionId: string,
): Promise<ConnectionRow> {
  const [row] = await query<ConnectionRow>(sql`
    select ${connectionColumns} from gateway_connections
    where tenant_id = ${tenantId}::uuid and id = ${connectionId}::uuid`);
  if (row === undefined) throw new ConnectionNotFound();
  return row;
}

/** Throws ConnectionNotFound, StaleVersion. */
export async function lockConnection(
  { query, tenantId }: Pick<CommandContext, "query" | "tenantId">,
  { connectionId, version }: { connectionId: string; version: number },
): Promise<ConnectionRow> {
  const [row] = await query<ConnectionRow>(sql`
    select ${connectionColumns} from gateway_connections
    where tenant_id = ${tenantId}::uuid and id = ${connectionId}::uuid for no key update`);
  if (row === undefined) throw new ConnectionNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}
