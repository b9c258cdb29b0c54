"use server";

import { redirect } from "next/navigation";
import { serverAction } from "@/lib/doors/server-action";
import { acceptOrder } from "@/lib/orders/operations/accept-order";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { createOrder } from "@/lib/orders/operations/create-order";
import { markFraud } from "@/lib/orders/operations/mark-fraud";
import { releaseOrder } from "@/lib/orders/operations/release-order";

export const createOrderAction = serverAction(createOrder, {
  after: ({ id }) => redirect(`/admin/orders/${id}`),
});
export const acceptOrderAction = serverAction(acceptOrder);
export const releaseOrderAction = serverAction(releaseOrder);
export const cancelOrderAction = serverAction(cancelOrder);
export const markFraudAction = serverAction(markFraud);
