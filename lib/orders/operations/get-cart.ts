import "server-only";
import { query } from "@/lib/core/operation/operation";
import { toCartView } from "@/lib/orders/cart-view";
import { findCart } from "@/lib/orders/carts";
import { exampleCart, exampleToken } from "@/lib/orders/examples";
import { CartView, GetCartInput } from "@/lib/orders/schema";

export const getCart = query({
  name: "orders.cart.get",
  summary: "Read a cart by the prices of now",
  description:
    "With the tax that a buyer of the given country would pay; the company's own when none is given.",
  audience: ["visitor"],
  input: GetCartInput,
  output: CartView,
  example: { input: { token: exampleToken, language: "en", country: "DE" }, output: exampleCart },
  refusals: ["orders.cart_not_found"],
  async run(context, { token, language, ...buyer }) {
    return toCartView(context, await findCart(context, token), { language, buyer });
  },
});
