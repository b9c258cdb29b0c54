import "server-only";
import type { z } from "zod";
import { auditConditions } from "@/lib/audit/conditions";
import { exampleAuditEntry } from "@/lib/audit/examples";
import { AuditEntryView, type actorKinds, auditFilters } from "@/lib/audit/schema";
import { shownAuditLog } from "@/lib/audit/shown";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

type Row = {
  id: string;
  sequence: bigint;
  at: Date;
  operation: string;
  actorKind: (typeof actorKinds)[number];
  actorId: string | null;
  actorName: string;
  byId: string | null;
  byName: string | null;
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
    by_id as "byId", by_name as "byName",
    address, request_id as "requestId", record_type as "recordType", record_id as "recordId", before, after`,
  sorts: { sequence: { column: "sequence", type: "bigint" } },
  defaultSort: "-sequence",
  filters: auditFilters,
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
  async run(context, { cursor, limit, sort, ...filters }) {
    const request = { cursor, limit, sort };
    const page = await readPage<Row>(context, definition, request, await auditConditions(context, filters));
    return { ...page, items: page.items.map(toView) };
  },
});

function toView({ actorKind, actorId, actorName, byId, byName, ...entry }: Row) {
  return {
    ...entry,
    actor: { kind: actorKind, id: actorId, name: actorName },
    by: byId === null ? null : { id: byId, name: byName ?? "" },
  };
}
