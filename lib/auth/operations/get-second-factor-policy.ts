import "server-only";
import { z } from "zod";
import { readSecondFactorPolicy } from "@/lib/auth/second-factor/policy";
import { SecondFactorPolicyView } from "@/lib/auth/second-factor/schema";
import { query } from "@/lib/core/operation/operation";

export const getSecondFactorPolicy = query({
  name: "auth.secondFactorPolicy.get",
  summary: "Read who must have a second factor",
  audience: ["staff"],
  input: z.strictObject({}),
  output: SecondFactorPolicyView,
  http: { method: "GET", path: "/second-factor-policy" },
  example: { input: {}, output: { demandedOf: "staff", roles: ["client_owner"], version: 1 } },
  run: (context) => readSecondFactorPolicy(context),
});
