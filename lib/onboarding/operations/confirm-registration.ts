import "server-only";
import { z } from "zod";
import { profileSchema } from "@/lib/auth/account-requests";
import { activateUser } from "@/lib/auth/activate-user";
import { TokenUnusable } from "@/lib/auth/errors";
import { completeFirstFactor } from "@/lib/auth/first-factor";
import { writePassword } from "@/lib/auth/keep-password";
import { newPasswordSchema, SignedInView, signInOrigin } from "@/lib/auth/schema";
import { exampleSignedIn } from "@/lib/auth/second-factor/examples";
import { revokeTokens, takeToken, tokenSchema } from "@/lib/auth/tokens";
import { addMembership } from "@/lib/auth/users";
import { createClient } from "@/lib/clients/operations/create-client";
import { operation } from "@/lib/core/operation/operation";

export const confirmRegistration = operation({
  name: "onboarding.registration.confirm",
  summary: "Confirm the address of a new account",
  description: "By the link from the mail: chooses the password, brings the client into being, and signs in.",
  audience: ["visitor"],
  input: z.strictObject({ token: tokenSchema, password: newPasswordSchema, ...signInOrigin }),
  output: SignedInView,
  example: {
    input: { token: "A".repeat(43), password: "correct horse battery staple" },
    output: { ...exampleSignedIn, kind: "CLIENT", name: "Ada Lovelace" },
  },
  refusals: ["auth.token_unusable", "auth.busy"],
  async run(context, { token, password, ...origin }) {
    const { userId, data } = await takeToken(context, "verify_email", token);
    if (userId === null) throw new TokenUnusable();

    const { termsAcceptedAt, ...profile } = profileSchema.parse(data);
    const user = await activateUser(context, userId, { name: profile.name, role: "client_owner" });
    const client = await context.call(createClient, { ...profile, email: user.email });
    await addMembership(context, { userId, clientId: client.id, role: "client_owner" });
    // After the client: its name makes no good password either.
    await writePassword(context, user, password);
    await revokeTokens(context, userId);
    context.audit(null, { id: userId, termsAcceptedAt, clientId: client.id }, "registration");
    return completeFirstFactor(context, user, { method: "registration", ...origin });
  },
});
