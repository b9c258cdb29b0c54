import "server-only";
import { exampleStaffInvitation } from "@/lib/auth/people/examples";
import { InvitationReference, InvitationView } from "@/lib/auth/people/schema";
import { withdraw } from "@/lib/auth/people/withdraw-invitation";
import { operation } from "@/lib/core/operation/operation";

export const revokeStaffInvitation = operation({
  name: "auth.staffInvitation.revoke",
  summary: "Withdraw an invitation of staff",
  audience: ["staff"],
  input: InvitationReference,
  output: InvitationView,
  example: {
    input: { invitationId: exampleStaffInvitation.id },
    output: { ...exampleStaffInvitation, status: "REVOKED" },
  },
  refusals: [
    "auth.invitation_not_found",
    "auth.invitation_closed",
    "auth.role_not_found",
    "auth.role_not_held",
  ],
  run: (context, { invitationId }) => withdraw(context, invitationId, "STAFF"),
});
