import "server-only";
import { z } from "zod";
import { TakenView, takeRequest } from "@/lib/auth/account-requests";
import { operation } from "@/lib/core/operation/operation";
import { emailSchema } from "@/lib/core/text";

export const requestReset = operation({
  name: "auth.password.requestReset",
  summary: "Ask for a link to choose a new password",
  description:
    "The answer is the same whether or not there is an account; the link goes to its address only.",
  audience: ["visitor"],
  input: z.strictObject({ email: emailSchema }),
  output: TakenView,
  example: { input: { email: "grace@example.com" }, output: { isTaken: true } },
  run: (context, { email }) => takeRequest(context, email, { kind: "reset_password", data: {} }),
});
