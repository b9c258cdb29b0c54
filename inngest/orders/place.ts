import { onEvent } from "@/inngest/client";
import { invoicePaid } from "@/lib/billing/events";
import { runAsSystem } from "@/lib/core/operation/run";
import { orderPlaced, orderReleased } from "@/lib/orders/events";
import { billOrder } from "@/lib/orders/operations/bill-order";
import { inviteBuyer } from "@/lib/orders/operations/invite-buyer";
import { settleOrder } from "@/lib/orders/operations/settle-order";

/** What an order needs that may go on: its invoice, and for a guest the way to an account. */
export const followOrder = onEvent(
  { id: "orders-follow", name: "Bill an order and invite its buyer", event: orderPlaced },
  async ({ tenantId, payload: { orderId }, step }) => {
    await step.run("bill", () =>
      runAsSystem(tenantId, billOrder, { orderId }).then(({ invoiceId }) => invoiceId),
    );
    return step.run("invite", () => runAsSystem(tenantId, inviteBuyer, { orderId }));
  },
);

/** The same for one that was held: its invoice is there, its buyer has not been invited yet. */
export const followReleasedOrder = onEvent(
  { id: "orders-follow-released", name: "Invite the buyer of a released order", event: orderReleased },
  ({ tenantId, payload: { orderId }, step }) =>
    step.run("invite", () => runAsSystem(tenantId, inviteBuyer, { orderId })),
);

/** An order whose invoice is paid is accepted. Invoices of no order are not its business. */
export const settlePaidOrder = onEvent(
  { id: "orders-settle", name: "Accept a paid order", event: invoicePaid },
  async ({ tenantId, payload: { orderId }, step }) => {
    if (orderId === null) return { isSettled: false };
    return step.run("settle", async () => {
      const { status } = await runAsSystem(tenantId, settleOrder, { orderId });
      return { isSettled: status === "ACTIVE" };
    });
  },
);
