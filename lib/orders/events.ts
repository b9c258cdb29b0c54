import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const subject = z.object({ orderId: idSchema, clientId: idSchema });

export const orderPlaced = event("orders/order.placed", subject, (p) => p.orderId);
export const orderHeld = event("orders/order.held", subject, (p) => p.orderId);
export const orderReleased = event("orders/order.released", subject, (p) => p.orderId);
export const orderAccepted = event(
  "orders/order.accepted",
  subject.extend({ subscriptionIds: z.array(idSchema) }),
  (p) => p.orderId,
);
export const orderCancelled = event("orders/order.cancelled", subject, (p) => p.orderId);
