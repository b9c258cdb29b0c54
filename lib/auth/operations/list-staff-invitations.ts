import "server-only";
import { z } from "zod";
import { exampleStaffInvitation } from "@/lib/auth/people/examples";
import {
  type InvitationRow,
  invitationColumns,
  invitationRelation,
  toInvitationView,
} from "@/lib/auth/people/invitations";
import { InvitationView } from "@/lib/auth/people/schema";
import { sql } from "@/lib/core/db/sql";

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
  },
} as const;

export const listStaffInvitations = query({
  name: "auth.staffInvitation.list",
  summary: "List invitations of staff",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(InvitationView),
  example: { input: { isOpen: true }, output: { items: [exampleStaffInvitation], nextCursor: null } },
  async run(context, { isOpen, ...request }) {
    const page = await readPage<InvitationRow>(context, definition, request, [
      sql`kind = 'STAFF'`,
      isOpen === undefined ? undefined : sql`(accepted_at is null and revoked_at is null) = ${isOpen}`,
    ]);
    return { ...page, items: page.items.map((row) => toInvitationView(row, context.now)) };
  },
});
