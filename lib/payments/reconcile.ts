import "server-only";
import { platformPool } from "@/lib/core/db/pools";

export type OpenPayment = { tenantId: string; paymentId: string };

/**
 * Payments of all companies that nobody has heard of for two minutes and that may still change, the longest silent first. Those that wait
 * for their payer are asked for every hour only.
 */
export async function findSilentPayments(now: Date, most = 200): Promise<OpenPayment[]> {
  const { rows } = await platformPool().query<OpenPayment>(
    `select tenant_id as "tenantId", id as "paymentId" from payments
     where status in ('PENDING', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN')
       and updated_at < $1::timestamptz - case when status = 'REQUIRES_ACTION' then interval '1 hour' else interval '2 minutes' end
     order by updated_at, id limit $2`,
    [now, most],
  );
  return rows;
}
