import "server-only";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { lockOpenCart } from "@/lib/orders/carts";
import { exampleToken } from "@/lib/orders/examples";
import { CartChanged, CartItemReference } from "@/lib/orders/schema";

export const removeFromCart = operation({
  name: "orders.cart.remove",
  summary: "Take something out of the cart",
  description: "What is not in it any more was taken out before.",
  audience: ["visitor"],
  input: CartItemReference,
  output: CartChanged,
  example: {
    input: { token: exampleToken, itemId: "01932f3a-7c00-7000-8000-0000000000e2" },
    output: { isChanged: true },
  },
  refusals: ["orders.cart_not_found", "orders.cart_closed"],
  async run(context, { token, itemId }) {
    const { execute, tenantId, audit } = context;
    const cart = await lockOpenCart(context, token);
    await execute(sql`
      delete from cart_items where tenant_id = ${tenantId}::uuid and cart_id = ${cart.id}::uuid and id = ${itemId}::uuid`);
    audit({ id: itemId, cartId: cart.id }, null, "cart_item");
    return { isChanged: true as const };
  },
});
