import "server-only";
import { z } from "zod";
import { personOf } from "@/lib/auth/queries";
import { factorsOf } from "@/lib/auth/second-factor/factors";
import { needsSecondFactor } from "@/lib/auth/second-factor/policy";
import { SecondFactorView } from "@/lib/auth/second-factor/schema";
import { query } from "@/lib/core/operation/operation";

export const getSecondFactor = query({
  name: "auth.secondFactor.get",
  summary: "Read how one's own account is protected",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: SecondFactorView,
  example: {
    input: {},
    output: { totpSince: "2026-04-01T09:00:00.000Z", recoveryCodesLeft: 10, passkeys: 1, isRequired: false },
  },
  refusals: ["auth.person_needed"],
  async run(context) {
    const { userId } = personOf(context.actor);
    return { ...(await factorsOf(context, userId)), isRequired: await needsSecondFactor(context, userId) };
  },
});
