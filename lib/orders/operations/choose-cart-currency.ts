import "server-only";
import { soldCurrencies } from "@/lib/catalog/offers";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { lockOpenCart } from "@/lib/orders/carts";
import { OtherCurrency } from "@/lib/orders/errors";
import { exampleToken } from "@/lib/orders/examples";
import { CartChanged, CartCurrencyInput } from "@/lib/orders/schema";

export const chooseCartCurrency = operation({
  name: "orders.cart.chooseCurrency",
  summary: "Choose the currency of the cart",
  audience: ["visitor"],
  input: CartCurrencyInput,
  output: CartChanged,
  example: { input: { token: exampleToken, currency: "USD" }, output: { isChanged: true } },
  refusals: ["orders.cart_not_found", "orders.cart_closed", "orders.other_currency"],
  async run(context, { token, currency }) {
    const { execute, tenantId, audit } = context;
    const cart = await lockOpenCart(context, token);
    if (!(await soldCurrencies(context)).includes(currency)) throw new OtherCurrency();
    await execute(sql`
      update carts set currency = ${currency} where tenant_id = ${tenantId}::uuid and id = ${cart.id}::uuid and order_id is null`);
    audit({ id: cart.id, currency: cart.currency }, { id: cart.id, currency }, "cart");
    return { isChanged: true as const };
  },
});
