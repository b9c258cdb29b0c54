import "server-only";
import { exampleInvitation } from "@/lib/auth/people/examples";
import { lockOpenInvitation, sendAgain } from "@/lib/auth/people/invitations";
import { InvitationReference, InvitationView } from "@/lib/auth/people/schema";
import { operation } from "@/lib/core/operation/operation";

export const resendMemberInvitation = operation({
  name: "auth.memberInvitation.resend",
  summary: "Send an invitation of a client's people again",
  description: "With a new link and a new expiry; links that went out before open nothing any more.",
  audience: ["staff", "client"],
  refusedToImpersonators: true,
  input: InvitationReference,
  output: InvitationView,
  http: { method: "POST", path: "/invitations/{invitationId}/resend" },
  example: { input: { invitationId: exampleInvitation.id }, output: exampleInvitation },
  refusals: [
    "auth.invitation_not_found",
    "auth.invitation_closed",
    "auth.role_not_found",
    "auth.role_not_held",
  ],
  run: async (context, { invitationId }) =>
    sendAgain(context, await lockOpenInvitation(context, invitationId, "CLIENT")),
});
