import "server-only";
import { z } from "zod";
import { query } from "@/lib/core/operation/operation";
import { currentTerms } from "@/lib/orders/terms";

export const getTerms = query({
  name: "orders.terms.get",
  summary: "Read the terms that an order is placed under",
  description: "Null while the company has none.",
  audience: ["visitor"],
  input: z.strictObject({}),
  output: z
    .object({
      text: z.string().nullable(),
      url: z.string().nullable(),
      fingerprint: z
        .string()
        .meta({ description: "SHA-256 of the text, else of the address: to be sent with the order." }),
    })
    .nullable()
    .meta({ id: "Terms" }),
  example: { input: {}, output: { text: "We serve you well.", url: null, fingerprint: "0".repeat(64) } },
  run: (context) => currentTerms(context),
});
