import type { CouponState } from "@/lib/catalog/rules/coupon";
import type { Tones } from "@/lib/ui/tone";

export const couponTones: Tones<CouponState> = {
  active: "positive",
  paused: "neutral",
  early: "info",
  expired: "neutral",
  used_up: "neutral",
};
