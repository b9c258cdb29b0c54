import type { Place } from "@/lib/core/crypto/envelope";

/** Where an authenticator's secret belongs: its envelope opens for no other tenant and no other person (F-40). */
export function totpPlace(tenantId: string, userId: string): Place {
  return { tenantId, recordId: userId, column: "totp_factors.envelope" };
}
