import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const begun = { paymentId: idSchema, clientId: idSchema };
const subject = { ...begun, invoiceId: idSchema };

export const paymentStarted = event("payments/payment.started", z.object(begun), (p) => p.paymentId);
export const paymentMoved = event("payments/payment.moved", z.object(subject), (p) => p.paymentId);
export const paymentSucceeded = event("payments/payment.succeeded", z.object(subject), (p) => p.paymentId);
export const paymentFailed = event("payments/payment.failed", z.object(subject), (p) => p.paymentId);
export const paymentCheckAsked = event("payments/payment.check_asked", z.object(begun), (p) => p.paymentId);

const connection = { connectionId: idSchema };
export const connectionCreated = event(
  "payments/connection.created",
  z.object(connection),
  (p) => p.connectionId,
);
export const connectionUpdated = event(
  "payments/connection.updated",
  z.object(connection),
  (p) => p.connectionId,
);

/** A gateway told something; it is kept, and not yet seen to. */
export const noticeReceived = event(
  "payments/notice.received",
  z.object({ noticeId: idSchema, connectionId: idSchema }),
  (p) => p.connectionId,
);

/** An adapter put something aside. */
export const valueStored = event(
  "payments/value.stored",
  z.object({ plugin: z.string(), key: z.string(), connectionId: idSchema }),
  (p) => p.key,
);

/** The payer answered on the test gateway's page. */
export const confirmationAnswered = event(
  "payments/confirmation.answered",
  z.object({ connectionId: idSchema, key: z.string(), answer: z.enum(["confirm", "decline"]) }),
  (p) => p.key,
);
