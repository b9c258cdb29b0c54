import "server-only";
import { z } from "zod";
import { peekChallenge } from "@/lib/auth/challenges";
import { exampleHold } from "@/lib/auth/second-factor/examples";
import { ChallengeReference } from "@/lib/auth/second-factor/schema";
import { query } from "@/lib/core/operation/operation";

export const getProvidedRegistration = query({
  name: "onboarding.providedRegistration.get",
  summary: "Read as whom a provider lets one register",
  audience: ["visitor"],
  input: ChallengeReference,
  output: z.object({ email: z.string() }).meta({ id: "ProvidedRegistration" }),
  example: { input: exampleHold, output: { email: "ada@example.com" } },
  refusals: ["auth.challenge_gone"],
  async run(context, hold) {
    const { data } = await peekChallenge(context, hold, "provider_registration");
    return { email: String(data.email) };
  },
});
