import "server-only";
import type { z } from "zod";
import { exportAuditEntries } from "@/lib/audit/operations/export-audit-entries";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import type { AuditEntryView } from "@/lib/audit/schema";
import { csvLine } from "@/lib/core/csv";
import type { Call } from "@/lib/core/operation/call";
import { run } from "@/lib/core/operation/run";

type Filters = z.input<typeof exportAuditEntries.input>;
type Entry = z.output<typeof AuditEntryView>;

const head = [
  "sequence",
  "at",
  "operation",
  "actor_kind",
  "actor_id",
  "actor_name",
  "by_id",
  "by_name",
  "address",
  "request_id",
  "record_type",
  "record_id",
  "before",
  "after",
];

/**
 * The log as CSV, page by page, newest first: memory does not grow with it. The export itself is noted first, and needs its own
 * right. Throws what the operations refuse.
 */
export async function exportCsv(filters: Filters, call: Call) {
  const { entries } = await run(exportAuditEntries, filters, call);
  return { entries, lines: linesOf(filters, call) };
}

async function* linesOf(filters: Filters, call: Call): AsyncGenerator<string> {
  yield csvLine(head);
  let cursor: string | undefined;
  do {
    const page = await run(listAuditEntries, { ...filters, limit: 200, ...(cursor && { cursor }) }, call);
    yield page.items.map(toLine).join("");
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function toLine({ actor, by, before, after, ...entry }: Entry): string {
  const { sequence, at, operation, address, requestId, recordType, recordId } = entry;
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return csvLine([
    sequence,
    at.toISOString(),
    operation,
    actor.kind,
    actor.id,
    actor.name,
    by?.id,
    by?.name,
    address,
    requestId,
    recordType,
    recordId,
    json(before),
    json(after),
  ]);
}
