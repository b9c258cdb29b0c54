import "server-only";
import { z } from "zod";
import { operation } from "@/lib/core/operation/operation";
import { findConfirmation } from "@/lib/payments/confirmation";
import { ConfirmationGone } from "@/lib/payments/errors";
import { confirmationAnswered } from "@/lib/payments/events";
import { tokenSchema } from "@/lib/payments/operations/get-confirmation";

export const answerConfirmation = operation({
  name: "payments.confirmation.answer",
  summary: "Answer the test gateway’s question",
  audience: ["visitor"],
  input: z.strictObject({ token: tokenSchema, answer: z.enum(["confirm", "decline"]) }),
  output: z.object({}),
  example: { input: { token: "A".repeat(32), answer: "confirm" }, output: {} },
  refusals: ["payments.confirmation_gone"],
  async run(context, { token, answer }) {
    const { key, connectionId, view } = await findConfirmation(context, token);
    if (view.answer !== null) throw new ConfirmationGone();
    context.emit(confirmationAnswered({ connectionId, key, answer }));
    return {};
  },
});
