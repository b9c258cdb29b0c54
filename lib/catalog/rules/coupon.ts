import type { PricedItem } from "@/lib/catalog/rules/selection";
import { dueOf } from "@/lib/catalog/rules/totals";
import { allocate } from "@/lib/core/money/allocate";
import { percent } from "@/lib/core/money/fraction";
import { type Money, money, multiply, sum } from "@/lib/core/money/money";

export const couponKinds = ["PERCENT", "FIXED"] as const;

export type Coupon = {
  readonly id: string;
  readonly code: string;
  readonly kind: (typeof couponKinds)[number];
  /** A decimal of a hundred, `12.5`; null for a fixed amount. */
  readonly percent: string | null;
  /** Currency to minor units, of a fixed amount. */
  readonly amounts: Readonly<Record<string, number>>;
  /** Empty: for every plan. */
  readonly planIds: readonly string[];
  readonly maxUses: number | null;
  readonly uses: number;
  readonly oncePerClient: boolean;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  readonly isActive: boolean;
};

export type CouponState = "active" | "paused" | "early" | "expired" | "used_up";

/** Whether a coupon counts at an instant, apart from what is bought. Its end is exclusive. */
export function couponState(coupon: Coupon, now: Date): CouponState {
  if (!coupon.isActive) return "paused";
  if (coupon.validFrom !== null && now < coupon.validFrom) return "early";
  if (coupon.validUntil !== null && now >= coupon.validUntil) return "expired";
  return coupon.maxUses !== null && coupon.uses >= coupon.maxUses ? "used_up" : "active";
}

type Items = readonly Pick<PricedItem, "planId" | "currency" | "lines">[];

/** Why a coupon takes nothing off; undefined when it does. */
export function couponProblem(coupon: Coupon, items: Items, now: Date): "not_valid" | "no_match" | undefined {
  if (couponState(coupon, now) !== "active") return "not_valid";
  return discountFor(coupon, items, now)
    .flat()
    .some(({ minor }) => minor > 0n)
    ? undefined
    : "no_match";
}

/**
 * What a coupon takes off each line, item by item, as positive amounts: of what is due with the order (unit and setup), before tax.
 * The whole is reckoned once and spread over the lines by share (R44), so it adds up and no line falls below nothing. All items are of
 * one currency.
 */
export function discountFor(coupon: Coupon, items: Items, now: Date): Money[][] {
  const isFor = (planId: string) => coupon.planIds.length === 0 || coupon.planIds.includes(planId);
  const amounts = items.map((item) =>
    item.lines.map((line) => (isFor(item.planId) ? dueOf(line) : money(0n, item.currency))),
  );
  const nothing = amounts.map((lines) => lines.map(({ currency }) => money(0n, currency)));
  const currency = items[0]?.currency;
  if (currency === undefined || couponState(coupon, now) !== "active") return nothing;

  const whole = sum(amounts.flat(), currency);
  const off = wholeDiscount(coupon, whole);
  if (off.minor <= 0n) return nothing;

  const parts = allocate(
    off,
    amounts.flat().map(({ minor }) => minor),
  );
  return amounts.map((lines) => parts.splice(0, lines.length));
}

function wholeDiscount(coupon: Coupon, whole: Money): Money {
  if (coupon.kind === "PERCENT") return multiply(whole, percent(coupon.percent ?? "0"));
  const amount = BigInt(coupon.amounts[whole.currency] ?? 0);
  return money(amount < whole.minor ? amount : whole.minor, whole.currency);
}
