import "server-only";
import { z } from "zod";
import { exampleAuditEntry } from "@/lib/audit/examples";
import { AuditEntryView, actorKinds } from "@/lib/audit/schema";
import { shownAuditLog } from "@/lib/audit/shown";
import { type Sql, sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

type Row = {
  id: string;
  sequence: bigint;
  at: Date;
  operation: string;
  actorKind: (typeof actorKinds)[number];
  actorId: string | null;
  actorName: string;
  address: string | null;
  requestId: string | null;
  recordType: string | null;
  recordId: string | null;
  before: z.output<typeof AuditEntryView>["before"];
  after: z.output<typeof AuditEntryView>["after"];
};

const definition = {
  from: shownAuditLog,
  columns: sql`id, sequence, at, operation, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName",
    address, request_id as "requestId", record_type as "recordType", record_id as "recordId", before, after`,
  sorts: { sequence: { column: "sequence", type: "bigint" } },
  defaultSort: "-sequence",
  filters: {
    actorId: idSchema.optional(),
    actorKind: z.enum(actorKinds).optional(),
    operation: lineSchema(100)
      .optional()
      .meta({ description: "An operation, or the beginning of one that ends in a dot: `clients.`" }),
    recordType: lineSchema(60).optional(),
    recordId: lineSchema(60).optional(),
    from: instantSchema.optional().meta({ description: "Not before this instant." }),
    until: instantSchema.optional().meta({ description: "Before this instant." }),
  },
} as const;

export const listAuditEntries = query({
  name: "audit.entry.list",
  summary: "List what was done",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(AuditEntryView),
  http: { method: "GET", path: "/audit-entries" },
  example: {
    input: { operation: "clients.client.update", limit: 50 },
    output: { items: [exampleAuditEntry], nextCursor: null },
  },
  async run(context, { actorId, actorKind, operation, recordType, recordId, from, until, ...request }) {
    const page = await readPage<Row>(context, definition, request, [
      actorId === undefined ? undefined : sql`actor_id = ${actorId}::uuid`,
      actorKind === undefined ? undefined : sql`actor_kind = ${actorKind}`,
      operation === undefined ? undefined : operationIs(operation),
      recordType === undefined ? undefined : sql`record_type = ${recordType}`,
      recordId === undefined ? undefined : sql`record_id = ${recordId}`,
      from && sql`at >= ${from}`,
      until && sql`at < ${until}`,
    ]);
    return { ...page, items: page.items.map(toView) };
  },
});

function operationIs(wanted: string): Sql {
  return wanted.endsWith(".") ? sql`starts_with(operation, ${wanted})` : sql`operation = ${wanted}`;
}

function toView({ actorKind, actorId, actorName, ...entry }: Row) {
  return { ...entry, actor: { kind: actorKind, id: actorId, name: actorName } };
}
