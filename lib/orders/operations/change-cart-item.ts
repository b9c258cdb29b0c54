import "server-only";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { itemsOf, lockOpenCart } from "@/lib/orders/carts";
import { CartNotFound } from "@/lib/orders/errors";
import { exampleToken } from "@/lib/orders/examples";
import { CartChanged, ChangeCartItemInput } from "@/lib/orders/schema";

export const changeCartItem = operation({
  name: "orders.cart.change",
  summary: "Change cycle or quantity of something in the cart",
  description: "What is not offered so shows as a problem of the item, and cannot be ordered.",
  audience: ["visitor"],
  input: ChangeCartItemInput,
  output: CartChanged,
  example: {
    input: { token: exampleToken, itemId: "01932f3a-7c00-7000-8000-0000000000e2", cycle: "1y" },
    output: { isChanged: true },
  },
  refusals: ["orders.cart_not_found", "orders.cart_closed"],
  async run(context, { token, itemId, quantity, cycle }) {
    const { execute, tenantId, audit } = context;
    const cart = await lockOpenCart(context, token);
    const before = (await itemsOf(context, cart.id)).find(({ id }) => id === itemId);
    if (before === undefined) throw new CartNotFound();

    const after = { ...before, quantity: quantity ?? before.quantity, cycle: cycle ?? before.cycle };
    await execute(sql`
      update cart_items set quantity = ${after.quantity}, cycle = ${after.cycle}
      where tenant_id = ${tenantId}::uuid and cart_id = ${cart.id}::uuid and id = ${itemId}::uuid
        and cycle = ${before.cycle} and quantity = ${before.quantity}`);
    audit(
      { id: itemId, quantity: before.quantity, cycle: before.cycle },
      { id: itemId, quantity: after.quantity, cycle: after.cycle },
      "cart_item",
    );
    return { isChanged: true as const };
  },
});
