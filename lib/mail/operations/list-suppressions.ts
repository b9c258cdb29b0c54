import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";
import { exampleSuppression } from "@/lib/mail/examples";
import { type SuppressionReason, suppressionReasons } from "@/lib/mail/rules/states";
import { SuppressionView } from "@/lib/mail/schema";

type Row = {
  id: string;
  address: string;
  reason: SuppressionReason;
  detail: string | null;
  messageId: string | null;
  createdAt: Date;
};

const definition = {
  from: sql`mail_suppressions`,
  columns: sql`id, address, reason, detail, message_id as "messageId", created_at as "createdAt"`,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: {
    reason: z.enum(suppressionReasons).optional(),
    search: lineSchema(254).optional().meta({ description: "The beginning of the address." }),
  },
} as const;

export const listSuppressions = query({
  name: "mail.suppression.list",
  summary: "List marked addresses",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(SuppressionView),
  http: { method: "GET", path: "/mail-suppressions" },
  example: { input: { limit: 50 }, output: { items: [exampleSuppression], nextCursor: null } },
  run(context, { reason, search, ...request }) {
    return readPage<Row>(context, definition, request, [
      reason && sql`reason = ${reason}::mail_suppression_reason`,
      search === undefined ? undefined : sql`starts_with(address, ${search.toLowerCase()})`,
    ]);
  },
});
