import "server-only";
import { z } from "zod";
import { TakenView, takeRequest } from "@/lib/auth/account-requests";
import { operation } from "@/lib/core/operation/operation";
import { emailSchema } from "@/lib/core/text";

export const requestSignInLink = operation({
  name: "auth.signInLink.request",
  summary: "Ask for a link to sign in",
  description:
    "The answer is the same whether or not there is an account; the link goes to its address only.",
  audience: ["visitor"],
  input: z.strictObject({ email: emailSchema, next: z.string().max(1_000).nullable().default(null) }),
  output: TakenView,
  example: { input: { email: "grace@example.com" }, output: { isTaken: true } },
  run: (context, { email, next }) => takeRequest(context, email, { kind: "sign_in_link", data: { next } }),
});
