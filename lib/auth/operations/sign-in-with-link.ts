import "server-only";
import { z } from "zod";
import { TokenUnusable } from "@/lib/auth/errors";
import { completeFirstFactor } from "@/lib/auth/first-factor";
import { findActiveUser } from "@/lib/auth/queries";
import { SignedInView, signInOrigin } from "@/lib/auth/schema";
import { exampleSignedIn } from "@/lib/auth/second-factor/examples";
import { takeToken, tokenSchema } from "@/lib/auth/tokens";
import { operation } from "@/lib/core/operation/operation";

export const signInWithLink = operation({
  name: "auth.signInLink.use",
  summary: "Sign in by a link from a mail",
  description: "The session's id goes into an encrypted cookie; no door hands it out.",
  audience: ["visitor"],
  input: z.strictObject({ token: tokenSchema, ...signInOrigin }),
  output: SignedInView,
  example: { input: { token: "A".repeat(43) }, output: exampleSignedIn },
  refusals: ["auth.token_unusable", "auth.sign_in_refused"],
  async run(context, { token, ...origin }) {
    const { userId, email } = await takeToken(context, "sign_in_link", token);
    const user = userId === null ? undefined : await findActiveUser(context, userId);
    // A link that went to a former address is nobody's any more.
    if (user === undefined || user.email !== email) throw new TokenUnusable();
    return completeFirstFactor(context, user, { method: "link", ...origin });
  },
});
