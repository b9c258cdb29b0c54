import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { paymentCheckAsked } from "@/lib/payments/events";
import { examplePayment } from "@/lib/payments/examples";
import { findPayment } from "@/lib/payments/queries";
import { PaymentReference, PaymentView } from "@/lib/payments/schema";
import { toPaymentView } from "@/lib/payments/view";

export const checkPayment = operation({
  name: "payments.payment.check",
  summary: "Ask the gateway what became of a payment",
  description: "In the background: read the payment again to see. Nothing is charged twice.",
  audience: ["staff"],
  input: PaymentReference,
  output: PaymentView,
  http: { method: "POST", path: "/payments/{paymentId}/check", status: 202 },
  example: { input: { paymentId: examplePayment.id }, output: examplePayment },
  refusals: ["payments.payment_not_found"],
  async run(context, { paymentId }) {
    const payment = await findPayment(context, paymentId);
    context.emit(paymentCheckAsked({ paymentId, clientId: payment.clientId }));
    return toPaymentView(context, payment);
  },
});
