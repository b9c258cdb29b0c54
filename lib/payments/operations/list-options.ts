import "server-only";
import { z } from "zod";
import { currencySchema } from "@/lib/core/money/schema";
import { query } from "@/lib/core/operation/operation";
import { paymentOptions } from "@/lib/payments/begin";
import { exampleOption } from "@/lib/payments/examples";
import { PaymentOptionView } from "@/lib/payments/schema";

export const listPaymentOptions = query({
  name: "payments.option.list",
  summary: "List the ways to pay",
  audience: ["staff", "client"],
  input: z.strictObject({ currency: currencySchema }),
  output: z.object({ items: z.array(PaymentOptionView) }),
  http: { method: "GET", path: "/payment-options" },
  example: { input: { currency: "EUR" }, output: { items: [exampleOption] } },
  run: async (context, input) => ({ items: await paymentOptions(context, input) }),
});
