import "server-only";
import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { beginPayment as begin } from "@/lib/payments/begin";
import { examplePayment } from "@/lib/payments/examples";
import { BeginPaymentInput } from "@/lib/payments/schema";

export const beginPayment = operation({
  name: "payments.payment.begin",
  summary: "Pay what is due of an invoice",
  description: "Notes the payment and has it made in the background; read it again to see what became of it.",
  audience: ["staff", "client"],
  input: BeginPaymentInput,
  output: z.object({ paymentId: idSchema }),
  http: { method: "POST", path: "/payments", status: 202 },
  example: {
    input: {
      invoiceId: examplePayment.invoiceId,
      connectionId: examplePayment.connectionId ?? "",
      method: { cardNumber: "4111000000000016", expiry: "04/30", securityCode: "123" },
    },
    output: { paymentId: examplePayment.id },
  },
  refusals: [
    "billing.invoice_not_found",
    "payments.connection_not_found",
    "payments.connection_unusable",
    "payments.gateway_unknown",
    "payments.method_refused",
    "payments.nothing_to_pay",
    "payments.payment_under_way",
  ],
  refusedToImpersonators: true,
  run: begin,
});
