export const paymentStatuses = [
  "PENDING",
  "UNKNOWN",
  "REQUIRES_ACTION",
  "PROCESSING",
  "CANCELLED",
  "FAILED",
  "SUCCEEDED",
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** Those that may still become another by themselves. */
export const openStatuses: readonly PaymentStatus[] = ["PENDING", "UNKNOWN", "REQUIRES_ACTION", "PROCESSING"];

/**
 * What a payment is after something was heard of it. States have an order, and a payment only goes up in it: so events that come in any
 * order, twice or late, lead to the same end (R33). Money that came counts more than any failure told before or after it.
 */
export function stateAfter(current: PaymentStatus, heard: PaymentStatus): PaymentStatus {
  return rank(heard) > rank(current) ? heard : current;
}

export function isOpen(status: PaymentStatus): boolean {
  return openStatuses.includes(status);
}

function rank(status: PaymentStatus): number {
  return paymentStatuses.indexOf(status);
}
