import "server-only";
import { decrypt, encrypt } from "@/lib/core/crypto/envelope";
import { keyRing } from "@/lib/core/crypto/key-ring";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";

/** What the gateway is called with, beside the payment itself. */
export type Instructions = {
  /** What the payer gave, by the gateway's schema. */
  readonly method: Readonly<Record<string, string>>;
  /** A path of the company's site where the payer goes on. */
  readonly returnPath: string;
};

/** Encrypted for this one payment. A secret of its own would be the staff's, and it is a payer who writes this. */
export function sealInstructions(tenantId: string, paymentId: string, instructions: Instructions): string {
  return encrypt(JSON.stringify(instructions), placeOf(tenantId, paymentId), keyRing());
}

/** Null once the gateway has answered. */
export async function readInstructions(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  paymentId: string,
): Promise<Instructions | null> {
  const [row] = await query<{ instructions: string | null }>(sql`
    select instructions from payments where tenant_id = ${tenantId}::uuid and id = ${paymentId}::uuid`);
  if (row?.instructions == null) return null;
  return JSON.parse(decrypt(row.instructions, placeOf(tenantId, paymentId), keyRing())) as Instructions;
}

function placeOf(tenantId: string, recordId: string) {
  return { tenantId, recordId, column: "payments.instructions" };
}
