"use server";

import { getLocale } from "next-intl/server";
import { getAddressForm } from "@/lib/clients/operations/get-address-form";
import { serverAction } from "@/lib/doors/server-action";
import { getCart } from "@/lib/orders/operations/get-cart";
import { getCheckout } from "@/lib/orders/operations/get-checkout";
import { buyerOf } from "../buyer";
import { cartToken } from "../cart-cookie";

const ofThisBrowser = async () => ({ token: (await cartToken()) ?? "" });

export const describeAddressAction = serverAction(getAddressForm, { actor: buyerOf });
export const quoteCartAction = serverAction(getCart, {
  actor: buyerOf,
  extra: async () => ({ ...(await ofThisBrowser()), language: await getLocale() }),
});
/** How the order gets on; asked again and again while something is under way. */
export const lookAtCheckoutAction = serverAction(getCheckout, { actor: buyerOf, extra: ofThisBrowser });
