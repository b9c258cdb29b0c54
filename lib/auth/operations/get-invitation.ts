import "server-only";
import { z } from "zod";
import { TokenUnusable } from "@/lib/auth/errors";
import { findOpenInvitation } from "@/lib/auth/invitations";
import { userKinds } from "@/lib/auth/schema";
import { peekToken, tokenSchema } from "@/lib/auth/tokens";
import { query } from "@/lib/core/operation/operation";
import { instantSchema } from "@/lib/core/time/schema";

export const getInvitation = query({
  name: "auth.invitation.view",
  summary: "Read an invitation by its link",
  audience: ["visitor"],
  input: z.strictObject({ token: tokenSchema }),
  output: z
    .object({
      kind: z.enum(userKinds),
      inviter: z.string().nullable(),
      clientName: z
        .string()
        .nullable()
        .meta({ description: "For whom the person will act; null: for the company." }),
      email: z.string(),
      name: z.string().nullable(),
      hasAccount: z.boolean().meta({ description: "Whether the address has an account here already." }),
      expiresAt: instantSchema,
    })
    .meta({ id: "OpenInvitation" }),
  example: {
    input: { token: "A".repeat(43) },
    output: {
      kind: "CLIENT",
      inviter: "Grace Hopper",
      clientName: "Analytical Engines Ltd",
      email: "charles@example.com",
      name: "Charles Babbage",
      hasAccount: false,
      expiresAt: "2026-04-08T09:00:00.000Z",
    },
  },
  refusals: ["auth.token_unusable"],
  async run(context, { token }) {
    const found = await peekToken(context, "invitation", token);
    const id = found?.data.invitationId;
    const invitation = typeof id === "string" ? await findOpenInvitation(context, id) : undefined;
    if (found === undefined || invitation === undefined) throw new TokenUnusable();

    const { kind, inviter, clientName, email, name, userStatus } = invitation;
    const hasAccount = userStatus !== null && userStatus !== "PENDING";
    return { kind, inviter, clientName, email, name, hasAccount, expiresAt: found.expiresAt };
  },
});
