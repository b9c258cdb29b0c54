import "server-only";
import { exampleStaffInvitation } from "@/lib/auth/people/examples";
import { lockOpenInvitation, sendAgain } from "@/lib/auth/people/invitations";
import { InvitationReference, InvitationView } from "@/lib/auth/people/schema";
import { operation } from "@/lib/core/operation/operation";

export const resendStaffInvitation = operation({
  name: "auth.staffInvitation.resend",
  summary: "Send an invitation of staff again",
  description: "With a new link and a new expiry; links that went out before open nothing any more.",
  audience: ["staff"],
  input: InvitationReference,
  output: InvitationView,
  example: { input: { invitationId: exampleStaffInvitation.id }, output: exampleStaffInvitation },
  refusals: [
    "auth.invitation_not_found",
    "auth.invitation_closed",
    "auth.role_not_found",
    "auth.role_not_held",
  ],
  run: async (context, { invitationId }) =>
    sendAgain(context, await lockOpenInvitation(context, invitationId, "STAFF")),
});
