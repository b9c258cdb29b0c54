import { moneyJson } from "@/lib/core/money/json";
import { compare, type Money } from "@/lib/core/money/money";

/** When an order is held until somebody has looked at it. A rule that is switched off is null or false. */
export type ReviewPolicy = {
  /** Orders of more than this, in the currency of the policy; other currencies are not compared. */
  readonly amount: Money | null;
  /** The country of the network address is another than that of the bill. */
  readonly countryMismatch: boolean;
  /** More than so many orders of one client, e-mail address or network address within a day. */
  readonly ordersPerDay: number | null;
  /** The e-mail address is one that anybody can have for an hour. */
  readonly disposableMail: boolean;
};

export type OrderFacts = {
  readonly total: Money;
  readonly country: string;
  /** Null where it is not known: private addresses, orders by staff. */
  readonly addressCountry: string | null;
  /** Within the last day, this one included. */
  readonly ordersWithinDay: number;
  readonly hasDisposableMail: boolean;
};

export const reviewRules = ["amount", "country_mismatch", "velocity", "disposable_mail"] as const;
export type ReviewReason = { readonly rule: (typeof reviewRules)[number] } & Readonly<
  Record<string, string | number>
>;

/** Why an order is held; empty when it may go on. */
export function reviewReasons(policy: ReviewPolicy, facts: OrderFacts): ReviewReason[] {
  const reasons: ReviewReason[] = [];
  const { amount } = policy;
  if (amount !== null && amount.currency === facts.total.currency && compare(facts.total, amount) > 0) {
    reasons.push({ rule: "amount", limitMinor: moneyJson(amount).minor, currency: amount.currency });
  }
  if (policy.countryMismatch && facts.addressCountry !== null && facts.addressCountry !== facts.country) {
    reasons.push({ rule: "country_mismatch", billed: facts.country, address: facts.addressCountry });
  }
  if (policy.ordersPerDay !== null && facts.ordersWithinDay > policy.ordersPerDay) {
    reasons.push({ rule: "velocity", orders: facts.ordersWithinDay });
  }
  if (policy.disposableMail && facts.hasDisposableMail) reasons.push({ rule: "disposable_mail" });
  return reasons;
}
