import "server-only";
import { exampleInvitation } from "@/lib/auth/people/examples";
import { invite } from "@/lib/auth/people/invitations";
import { InvitationView, InviteMemberInput } from "@/lib/auth/people/schema";
import { operation } from "@/lib/core/operation/operation";

export const inviteMember = operation({
  name: "auth.memberInvitation.create",
  summary: "Invite somebody to act for a client",
  description:
    "The person gets a mail whose link makes the account. Nobody gives more than they have themselves.",
  audience: ["staff", "client"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  input: InviteMemberInput,
  output: InvitationView,
  http: { method: "POST", path: "/clients/{clientId}/invitations", status: 201 },
  example: {
    input: {
      clientId: "01932f3a-7c00-7000-8000-000000000001",
      email: "mary@example.com",
      name: "Mary Somerville",
      role: "technical_contact",
    },
    output: exampleInvitation,
  },
  refusals: [
    "core.not_found",
    "auth.role_not_found",
    "auth.role_not_held",
    "auth.already_invited",
    "auth.already_member",
  ],
  run: (context, given) => invite(context, { ...given, kind: "CLIENT" }),
});
