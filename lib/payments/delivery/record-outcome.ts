import "server-only";
import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { recordHeard } from "@/lib/payments/record-outcome";
import { paymentStatuses } from "@/lib/payments/rules/status";
import { outcomeSchema } from "@/lib/payments/schema";

/** The end of a call: keeps what the gateway answered. Has no door. */
export const recordOutcome = operation({
  name: "payments.payment.hear",
  summary: "Note what a gateway answered",
  audience: ["system"],
  input: z.strictObject({ paymentId: idSchema, outcome: outcomeSchema }),
  output: z.object({ status: z.enum(paymentStatuses) }),
  example: {
    input: {
      paymentId: "01932f3a-7c00-7000-8000-000000000701",
      outcome: { state: "pending", reference: "ch_1", method: null },
    },
    output: { status: "PROCESSING" },
  },
  async run(context, { paymentId, outcome }) {
    const { status } = await recordHeard(context, paymentId, outcome);
    return { status };
  },
});
