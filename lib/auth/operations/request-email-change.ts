import "server-only";
import { z } from "zod";
import { TakenView, takeRequest } from "@/lib/auth/account-requests";
import { personOf } from "@/lib/auth/queries";
import { operation } from "@/lib/core/operation/operation";
import { emailSchema } from "@/lib/core/text";

export const requestEmailChange = operation({
  name: "auth.email.requestChange",
  summary: "Ask to change one's own address",
  description:
    "Mail goes to the present and to the new address. The present one stays until both have been confirmed.",
  audience: ["staff", "client"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  input: z.strictObject({ newEmail: emailSchema }),
  output: TakenView,
  example: { input: { newEmail: "grace.hopper@example.com" }, output: { isTaken: true } },
  refusals: ["auth.person_needed"],
  async run(context, { newEmail }) {
    const { userId } = personOf(context.actor);
    return takeRequest(context, newEmail, { kind: "change_email", data: { userId } });
  },
});
