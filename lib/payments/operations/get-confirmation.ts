import "server-only";
import { z } from "zod";
import { moneySchema } from "@/lib/core/money/schema";
import { query } from "@/lib/core/operation/operation";
import { findConfirmation } from "@/lib/payments/confirmation";

export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{32}$/);

export const getConfirmation = query({
  name: "payments.confirmation.get",
  summary: "Read what the test gateway asks its payer",
  description:
    "The page of the sandbox, which stands for the payer's bank. Whoever has its link may read it.",
  audience: ["visitor"],
  input: z.strictObject({ token: tokenSchema }),
  output: z.object({
    amount: moneySchema,
    description: z.string(),
    method: z.string(),
    returnUrl: z.string(),
    answer: z.enum(["confirm", "decline"]).nullable(),
  }),
  example: {
    input: { token: "A".repeat(32) },
    output: {
      amount: { minor: 11_900, currency: "EUR" },
      description: "INV-2026-000001",
      method: "Visa •••• 0081",
      returnUrl: "https://panel.example.com/portal/invoices/1",
      answer: null,
    },
  },
  refusals: ["payments.confirmation_gone"],
  run: async (context, { token }) => (await findConfirmation(context, token)).view,
});
