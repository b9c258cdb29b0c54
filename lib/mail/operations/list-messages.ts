import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";
import { exampleMessage } from "@/lib/mail/examples";
import { type MessageRow, messageColumns } from "@/lib/mail/queries";
import { mailStates } from "@/lib/mail/rules/states";
import { MessageView, templateSchema } from "@/lib/mail/schema";

const definition = {
  from: sql`mail_messages`,
  columns: messageColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: {
    state: z.enum(mailStates).optional(),
    template: templateSchema.optional(),
    search: lineSchema(254).optional().meta({ description: "The beginning of the recipient's address." }),
    clientId: idSchema.optional(),
    userId: idSchema.optional(),
    from: instantSchema.optional(),
    before: instantSchema.optional(),
  },
} as const;

export const listMessages = query({
  name: "mail.message.list",
  summary: "List mails",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(MessageView),
  http: { method: "GET", path: "/mails" },
  example: {
    input: { state: "SENT", search: "ada@", limit: 50 },
    output: { items: [exampleMessage], nextCursor: null },
  },
  run(context, { state, template, search, clientId, userId, from, before, ...request }) {
    return readPage<MessageRow>(context, definition, request, [
      state && sql`state = ${state}::mail_state`,
      template && sql`template = ${template}`,
      search === undefined ? undefined : sql`starts_with(to_address, ${search.toLowerCase()})`,
      clientId === undefined ? undefined : sql`client_id = ${clientId}::uuid`,
      userId === undefined ? undefined : sql`user_id = ${userId}::uuid`,
      from && sql`created_at >= ${from}`,
      before && sql`created_at < ${before}`,
    ]);
  },
});
