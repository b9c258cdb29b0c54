import type { Money } from "./money";

/**
 * An amount as JSON of our own keeps it: texts of timelines, reasons, audit rows. Money lies within 2^53 - 1 minor units wherever it is
 * kept, so nothing is lost; beyond that RangeError.
 */
export function moneyJson({ minor, currency }: Money): { minor: number; currency: Money["currency"] } {
  const safe = Number(minor);
  if (!Number.isSafeInteger(safe)) throw new RangeError("an amount beyond 2^53-1 minor units");
  return { minor: safe, currency };
}
