"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { clientAddress } from "@/lib/core/http/client-address";
import { runAsSystem } from "@/lib/core/operation/run";
import { serverAction } from "@/lib/doors/server-action";
import { addToCart } from "@/lib/orders/operations/add-to-cart";
import { applyCoupon } from "@/lib/orders/operations/apply-coupon";
import { billOrder } from "@/lib/orders/operations/bill-order";
import { changeCartItem } from "@/lib/orders/operations/change-cart-item";
import { chooseCartCurrency } from "@/lib/orders/operations/choose-cart-currency";
import { payOrder } from "@/lib/orders/operations/pay-order";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { removeFromCart } from "@/lib/orders/operations/remove-from-cart";
import { buyerOf } from "./buyer";
import { cartToken, keepCart } from "./cart-cookie";

/** The cart is this browser's: no form names one. */
const ofThisBrowser = async () => ({ token: (await cartToken()) ?? "" });
const ownCart = { actor: buyerOf, extra: ofThisBrowser, after: () => revalidatePath("/cart") } as const;

export const addToCartAction = serverAction(addToCart, {
  actor: buyerOf,
  extra: async () => ({ token: (await cartToken()) ?? null }),
  after: async ({ token, expiresAt }) => {
    await keepCart(token, expiresAt);
    redirect("/cart");
  },
});
export const changeCartItemAction = serverAction(changeCartItem, ownCart);
export const removeFromCartAction = serverAction(removeFromCart, ownCart);
export const chooseCartCurrencyAction = serverAction(chooseCartCurrency, ownCart);
/** Limited like attempts to sign in: a code is not to be found by trying. */
export const applyCouponAction = serverAction(applyCoupon, { ...ownCart, limit: "sign-in" });

export const placeOrderAction = serverAction(placeOrder, {
  actor: buyerOf,
  limit: "sign-in",
  extra: async () => {
    const given = await headers();
    return { ...(await ofThisBrowser()), language: await getLocale(), address: clientAddress(given) ?? null };
  },
  after: async ({ orderId, status }) => {
    // At once, so that it can be paid on the next page; durable work does the same where this process dies.
    const { tenantId } = await buyerOf(await headers());
    if (status === "PENDING") await runAsSystem(tenantId, billOrder, { orderId });
    redirect("/checkout/order");
  },
});

export const payOrderAction = serverAction(payOrder, {
  actor: buyerOf,
  limit: "sign-in",
  extra: ofThisBrowser,
});
