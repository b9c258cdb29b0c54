import { onEvent } from "@/inngest/client";
import { mailPayment } from "@/lib/payments/delivery/mail-payment";
import { paymentFailed, paymentSucceeded } from "@/lib/payments/events";

/** Thanks for what came. */
export const tellOfPayment = onEvent(
  { id: "payments-tell-received", name: "Mail a receipt", event: paymentSucceeded },
  ({ payload, perform }) => perform("mail", mailPayment, { paymentId: payload.paymentId }),
);

/** Says what failed, and what to do. */
export const tellOfFailure = onEvent(
  { id: "payments-tell-failed", name: "Mail that a payment failed", event: paymentFailed },
  ({ payload, perform }) => perform("mail", mailPayment, { paymentId: payload.paymentId }),
);
