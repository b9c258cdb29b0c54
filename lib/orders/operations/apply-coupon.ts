import "server-only";
import { findCoupon } from "@/lib/catalog/coupons";
import { couponState } from "@/lib/catalog/rules/coupon";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { lockOpenCart } from "@/lib/orders/carts";
import { CouponUnusable } from "@/lib/orders/errors";
import { exampleToken } from "@/lib/orders/examples";
import { CartChanged, CartCouponInput } from "@/lib/orders/schema";

export const applyCoupon = operation({
  name: "orders.cart.applyCoupon",
  summary: "Use a coupon, or none",
  description:
    "A code that does not exist and one that does not count any more are refused in the same words.",
  audience: ["visitor"],
  input: CartCouponInput,
  output: CartChanged,
  example: { input: { token: exampleToken, code: "SPRING-26" }, output: { isChanged: true } },
  refusals: ["orders.cart_not_found", "orders.cart_closed", "orders.coupon_unusable"],
  async run(context, { token, code }) {
    const { execute, tenantId, now, audit } = context;
    const cart = await lockOpenCart(context, token);
    const coupon = code === "" ? null : await findCoupon(context, code);
    if (coupon === undefined || (coupon !== null && couponState(coupon, now) !== "active"))
      throw new CouponUnusable();

    await execute(sql`
      update carts set coupon_code = ${coupon?.code ?? null} where tenant_id = ${tenantId}::uuid and id = ${cart.id}::uuid and order_id is null`);
    audit(
      { id: cart.id, couponCode: cart.couponCode },
      { id: cart.id, couponCode: coupon?.code ?? null },
      "cart",
    );
    return { isChanged: true as const };
  },
});
