import "server-only";
import { exampleStaffInvitation } from "@/lib/auth/people/examples";
import { invite } from "@/lib/auth/people/invitations";
import { InvitationView, InviteStaffInput } from "@/lib/auth/people/schema";
import { operation } from "@/lib/core/operation/operation";

export const inviteStaff = operation({
  name: "auth.staffInvitation.create",
  summary: "Invite a member of staff",
  description:
    "The person gets a mail whose link makes the account. Nobody gives more than they have themselves.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: InviteStaffInput,
  output: InvitationView,
  example: {
    input: { email: "mary@example.com", name: "Mary Somerville", role: "support" },
    output: exampleStaffInvitation,
  },
  refusals: ["auth.role_not_found", "auth.role_not_held", "auth.already_invited", "auth.already_member"],
  run: (context, given) => invite(context, { ...given, kind: "STAFF", clientId: null }),
});
