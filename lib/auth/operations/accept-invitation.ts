import "server-only";
import { z } from "zod";
import { activateUser } from "@/lib/auth/activate-user";
import { EmailTaken, InvalidAcceptance, TokenUnusable } from "@/lib/auth/errors";
import { invitationAccepted } from "@/lib/auth/events";
import { completeFirstFactor } from "@/lib/auth/first-factor";
import { acceptInvitationRow, findOpenInvitation, type OpenInvitation } from "@/lib/auth/invitations";
import { writePassword } from "@/lib/auth/keep-password";
import type { UserRow } from "@/lib/auth/queries";
import { newPasswordSchema, SignedInView, signInOrigin } from "@/lib/auth/schema";
import { exampleSignedIn } from "@/lib/auth/second-factor/examples";
import { takeToken, tokenSchema } from "@/lib/auth/tokens";
import { addMembership, addUser } from "@/lib/auth/users";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";

export const acceptInvitation = operation({
  name: "auth.invitation.accept",
  summary: "Accept an invitation by its link",
  description:
    "Opens an account with a password and signs in. Whoever has an account here keeps it and signs in as ever.",
  audience: ["visitor"],
  input: z.strictObject({
    token: tokenSchema,
    name: lineSchema(120).nullable().default(null),
    password: newPasswordSchema.nullable().default(null),
    ...signInOrigin,
  }),
  output: SignedInView.nullable(),
  example: {
    input: { token: "A".repeat(43), name: "Charles Babbage", password: "correct horse battery staple" },
    output: { ...exampleSignedIn, kind: "CLIENT", name: "Charles Babbage" },
  },
  refusals: ["auth.token_unusable", "auth.email_taken", "auth.busy"],
  async run(context, { token, name, password, ...origin }) {
    const invitation = await takeInvitation(context, token);
    if (invitation.userId !== null && invitation.userStatus !== "PENDING") {
      await join(context, invitation, invitation.userId);
      return null;
    }

    if (name === null || password === null) throw new InvalidAcceptance(name === null ? "name" : "password");
    const user = await openAccount(context, invitation, name);
    if (invitation.kind === "CLIENT") await join(context, { ...invitation, userKind: "CLIENT" }, user.id);
    await writePassword(context, user, password);
    context.emit(invitationAccepted({ invitationId: invitation.id, userId: user.id }));
    return completeFirstFactor(context, user, { method: "invitation", ...origin });
  },
});

async function takeInvitation(context: CommandContext, token: string): Promise<OpenInvitation> {
  const { data } = await takeToken(context, "invitation", token);
  const id = data.invitationId;
  const invitation = typeof id === "string" ? await findOpenInvitation(context, id) : undefined;
  if (invitation === undefined) throw new TokenUnusable();

  await acceptInvitationRow(context, invitation.id);
  context.audit(null, { id: invitation.id, email: invitation.email, role: invitation.role }, "invitation");
  return invitation;
}

/** The link went to the address, so the address is confirmed; an account that waited for that is the one. */
async function openAccount(
  context: CommandContext,
  { userId, kind, role, email, language }: OpenInvitation,
  name: string,
): Promise<UserRow> {
  if (userId !== null) return activateUser(context, userId, { name, kind, role });
  return addUser(context, { kind, role, email, language, name });
}

/** Staff are staff once; a client's person may act for several clients. */
async function join(
  context: CommandContext,
  { kind, userKind, userStatus, clientId, role }: OpenInvitation,
  userId: string,
): Promise<void> {
  if (userStatus === "SUSPENDED" || userStatus === "ERASED") throw new TokenUnusable();
  if (kind !== "CLIENT" || userKind !== "CLIENT" || clientId === null) throw new EmailTaken();
  await addMembership(context, { userId, clientId, role });
}
