import "server-only";
import { z } from "zod";
import { findInvoice } from "@/lib/billing/queries";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { money } from "@/lib/core/money/money";
import { moneySchema } from "@/lib/core/money/schema";
import { query } from "@/lib/core/operation/operation";
import { countSchema } from "@/lib/core/text";
import { findCart } from "@/lib/orders/carts";
import { CartNotFound } from "@/lib/orders/errors";
import { exampleOrder, exampleToken } from "@/lib/orders/examples";
import { findOrder } from "@/lib/orders/orders";
import { orderStatuses } from "@/lib/orders/rules/status";
import { cartTokenSchema } from "@/lib/orders/schema";
import { paymentOptions } from "@/lib/payments/begin";
import { PaymentOptionView } from "@/lib/payments/schema";

const CheckoutView = z
  .object({
    order: z.object({
      id: idSchema,
      number: countSchema,
      status: z.enum(orderStatuses),
      total: moneySchema,
      isGuest: z
        .boolean()
        .meta({ description: "Ordered without signing in: the account is waiting in the mail." }),
    }),
    invoice: z
      .object({ id: idSchema, number: z.string(), due: moneySchema, isPaid: z.boolean() })
      .nullable()
      .meta({ description: "Null while it is being issued, or the order is held." }),
    payment: z
      .object({
        id: idSchema,
        status: z.string(),
        actionUrl: z.string().nullable(),
        failureCode: z.string().nullable(),
      })
      .nullable()
      .meta({ description: "The latest." }),
    options: z.array(PaymentOptionView),
    services: z.array(z.object({ label: z.string(), status: z.string() })),
  })
  .meta({ id: "Checkout" });

type PaymentRow = { id: string; status: string; actionUrl: string | null; failureCode: string | null };

export const getCheckout = query({
  name: "orders.checkout.get",
  summary: "See how an order gets on, by the token of its cart",
  audience: ["visitor"],
  input: z.strictObject({ token: cartTokenSchema }),
  output: CheckoutView,
  example: {
    input: { token: exampleToken },
    output: {
      order: {
        id: exampleOrder.id,
        number: 1,
        status: "PENDING",
        total: exampleOrder.total,
        isGuest: true,
      },
      invoice: null,
      payment: null,
      options: [],
      services: [],
    },
  },
  refusals: ["orders.cart_not_found"],
  async run(context, { token }) {
    const { query: ask, tenantId } = context;
    const cart = await findCart(context, token);
    if (cart.orderId === null) throw new CartNotFound();

    const order = await findOrder(context, cart.orderId);
    const invoice = order.invoiceId === null ? null : await findInvoice(context, order.invoiceId);
    const [payment] = await ask<PaymentRow>(sql`
      select id, status, action_url as "actionUrl", failure_code as "failureCode" from payments
      where tenant_id = ${tenantId}::uuid and invoice_id = ${order.invoiceId}::uuid order by created_at desc, id desc limit 1`);
    // What is to be delivered and has not begun yet is waited for too.
    const services = await ask<{ label: string; status: string }>(sql`
      select coalesce(s.label, b.label) as label,
        coalesce(s.status::text, case when p.module is null then 'ACTIVE' else 'PENDING' end) as status
      from subscriptions b
      join products p on p.tenant_id = b.tenant_id and p.id = b.product_id
      left join services s on s.tenant_id = b.tenant_id and s.subscription_id = b.id
      where b.tenant_id = ${tenantId}::uuid and b.order_id = ${order.id}::uuid and b.status <> 'PENDING' order by b.number`);
    const options = await paymentOptions(context, { currency: order.currency });
    return {
      order: {
        id: order.id,
        number: order.number,
        status: order.status,
        total: money(order.totalMinor, order.currency),
        isGuest: context.actor.audience !== "client",
      },
      invoice: invoice && {
        id: invoice.id,
        number: invoice.number ?? "",
        due: money(invoice.totalMinor - invoice.paidMinor, invoice.currency),
        isPaid: invoice.status === "PAID",
      },
      payment: payment ?? null,
      options,
      services,
    };
  },
});
