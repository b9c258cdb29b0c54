import "server-only";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { exampleReceived } from "@/lib/mail/examples";
import { type ReceivedRow, receivedBy, receivedColumns, recipientOf } from "@/lib/mail/received";
import { ReceivedMailView } from "@/lib/mail/schema";

const definition = {
  from: sql`mail_messages`,
  columns: receivedColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: {},
} as const;

export const listReceived = query({
  name: "mail.received.list",
  summary: "List the mails that one was sent",
  description: "To one's own account, and to the client that one acts for.",
  audience: ["client"],
  input: listInput(definition),
  output: pageOf(ReceivedMailView),
  http: { method: "GET", path: "/received-mails" },
  example: { input: {}, output: { items: [exampleReceived], nextCursor: null } },
  run(context, request) {
    const userId = recipientOf(context.actor);
    return readPage<ReceivedRow>(context, { ...definition, from: receivedBy(userId) }, request, []);
  },
});
