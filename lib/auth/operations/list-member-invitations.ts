import "server-only";
import { z } from "zod";
import { exampleInvitation } from "@/lib/auth/people/examples";
import {
  type InvitationRow,
  invitationColumns,
  invitationRelation,
  toInvitationView,
} from "@/lib/auth/people/invitations";
import { InvitationView } from "@/lib/auth/people/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: invitationRelation,
  columns: invitationColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: {
    isOpen: z
      .boolean()
      .optional()
      .meta({ description: "Only those that wait for an answer, expired ones too." }),
    clientId: idSchema.optional(),
  },
} as const;

export const listMemberInvitations = query({
  name: "auth.memberInvitation.list",
  summary: "List invitations of a client's people",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(InvitationView),
  http: { method: "GET", path: "/invitations" },
  example: { input: { isOpen: true }, output: { items: [exampleInvitation], nextCursor: null } },
  async run(context, { isOpen, clientId, ...request }) {
    const page = await readPage<InvitationRow>(context, definition, request, [
      sql`kind = 'CLIENT'`,
      isOpen === undefined ? undefined : sql`(accepted_at is null and revoked_at is null) = ${isOpen}`,
      clientId === undefined ? undefined : sql`client_id = ${clientId}::uuid`,
    ]);
    return { ...page, items: page.items.map((row) => toInvitationView(row, context.now)) };
  },
});
