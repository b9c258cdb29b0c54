import "server-only";
import { exampleInvitation } from "@/lib/auth/people/examples";
import { InvitationReference, InvitationView } from "@/lib/auth/people/schema";
import { withdraw } from "@/lib/auth/people/withdraw-invitation";
import { operation } from "@/lib/core/operation/operation";

export const revokeMemberInvitation = operation({
  name: "auth.memberInvitation.revoke",
  summary: "Withdraw an invitation of a client's people",
  audience: ["staff", "client"],
  refusedToImpersonators: true,
  input: InvitationReference,
  output: InvitationView,
  http: { method: "POST", path: "/invitations/{invitationId}/revoke" },
  example: {
    input: { invitationId: exampleInvitation.id },
    output: { ...exampleInvitation, status: "REVOKED" },
  },
  refusals: [
    "auth.invitation_not_found",
    "auth.invitation_closed",
    "auth.role_not_found",
    "auth.role_not_held",
  ],
  run: (context, { invitationId }) => withdraw(context, invitationId, "CLIENT"),
});
