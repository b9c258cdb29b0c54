import "server-only";
import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { findCart } from "@/lib/orders/carts";
import { CartNotFound } from "@/lib/orders/errors";
import { exampleToken } from "@/lib/orders/examples";
import { findOrder } from "@/lib/orders/orders";
import { cartTokenSchema } from "@/lib/orders/schema";
import { beginPayment } from "@/lib/payments/begin";
import { NothingToPay } from "@/lib/payments/errors";

export const payOrder = operation({
  name: "orders.checkout.pay",
  summary: "Pay an order, by the token of its cart",
  description: "The gateway is called outside of the request: the checkout says how it went.",
  audience: ["visitor"],
  input: z.strictObject({
    token: cartTokenSchema,
    connectionId: idSchema,
    method: z.record(z.string().max(60), z.string().max(400)).default({}),
  }),
  output: z.object({ paymentId: idSchema }).meta({ id: "PaymentBegun" }),
  example: {
    input: {
      token: exampleToken,
      connectionId: "01932f3a-7c00-7000-8000-0000000000f1",
      method: { number: "4242424242424242", expiry: "12/30", code: "123" },
    },
    output: { paymentId: "01932f3a-7c00-7000-8000-0000000000f2" },
  },
  refusals: [
    "orders.cart_not_found",
    "payments.nothing_to_pay",
    "payments.payment_under_way",
    "payments.method_refused",
  ],
  async run(context, { token, connectionId, method }) {
    const cart = await findCart(context, token);
    if (cart.orderId === null) throw new CartNotFound();
    const order = await findOrder(context, cart.orderId);
    if (order.invoiceId === null) throw new NothingToPay();
    return beginPayment(context, {
      invoiceId: order.invoiceId,
      connectionId,
      method,
      returnPath: "/checkout/order",
    });
  },
});
