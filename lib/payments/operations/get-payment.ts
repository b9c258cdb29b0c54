import "server-only";
import { query } from "@/lib/core/operation/operation";
import { examplePayment } from "@/lib/payments/examples";
import { findPayment } from "@/lib/payments/queries";
import { PaymentReference, PaymentView } from "@/lib/payments/schema";
import { toPaymentView } from "@/lib/payments/view";

export const getPayment = query({
  name: "payments.payment.get",
  summary: "Read a payment",
  audience: ["staff", "client"],
  input: PaymentReference,
  output: PaymentView,
  http: { method: "GET", path: "/payments/{paymentId}" },
  example: { input: { paymentId: examplePayment.id }, output: examplePayment },
  refusals: ["payments.payment_not_found"],
  run: async (context, { paymentId }) => toPaymentView(context, await findPayment(context, paymentId)),
});
