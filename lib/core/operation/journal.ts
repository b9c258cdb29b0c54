import { join, sql } from "@/lib/core/db/sql";
import type { Transaction } from "@/lib/core/db/transaction";
import { newId } from "@/lib/core/ids";
import type { Call } from "@/lib/core/operation/call";
import type { DomainEvent } from "@/lib/core/operation/event";
import { maskSecrets } from "@/lib/core/operation/mask";
import type { AuditedRow } from "@/lib/core/operation/operation";

type Writer = Pick<Transaction, "query" | "execute">;

type AuditRecord = {
  id: string;
  operation: string;
  recordType: string | null;
  recordId: string | null;
  before: unknown;
  after: unknown;
};

/** What one transaction will leave behind besides its change: audit rows and events, written last. */
export class Journal {
  readonly events: DomainEvent[] = [];
  private readonly records: AuditRecord[] = [];

  audit(operation: string, before: AuditedRow | null, after: AuditedRow | null, kind?: string): void {
    const row = after ?? before;
    this.records.push({
      id: newId(),
      operation,
      recordType: kind ?? operation.split(".")[1] ?? null,
      recordId: row?.id ?? null,
      before: before && maskSecrets(before),
      after: after && maskSecrets(after),
    });
  }

  emit(event: DomainEvent): void {
    this.events.push(event);
  }

  /** Writes both. An operation that audited no record still leaves one row that says it ran. */
  async write(tx: Writer, call: Call & { now: Date }, operation: string): Promise<void> {
    if (this.records.length === 0) {
      this.records.push({
        id: newId(),
        operation,
        recordType: null,
        recordId: null,
        before: null,
        after: null,
      });
    }
    await writeOutbox(tx, call, this.events);
    await appendAudit(tx, call, this.records);
  }
}

async function appendAudit(tx: Writer, call: Call & { now: Date }, records: AuditRecord[]): Promise<void> {
  const { actor } = call;
  await tx.query(sql`select audit_append(
    ${call.now}::timestamptz, ${actor.kind}, ${actor.id ?? null}::uuid, ${actor.name},
    ${actor.impersonator?.id ?? null}::uuid, ${actor.impersonator?.name ?? null}, ${call.address ?? null},
    ${call.requestId ?? null}, ${JSON.stringify(records)}::jsonb)`);
}

async function writeOutbox(tx: Writer, call: Call & { now: Date }, events: DomainEvent[]): Promise<void> {
  if (events.length === 0) return;

  const { kind, id, name, clientId } = call.actor;
  const actor = JSON.stringify({ kind, id: id ?? null, name, clientId: clientId ?? null });
  const columns = [
    sql`${events.map(() => newId())}::uuid[]`,
    sql`${events.map((event) => event.name)}::text[]`,
    sql`${events.map((event) => event.subject)}::text[]`,
    sql`${events.map((event) => JSON.stringify(event.payload))}::jsonb[]`,
  ];
  // No RETURNING: the role that serves requests may add events, not read them.
  await tx.execute(sql`
    insert into outbox_events (id, tenant_id, name, subject, payload, actor, occurred_at)
    select e.id, ${call.actor.tenantId}::uuid, e.name, e.subject, e.payload, ${actor}::jsonb, ${call.now}
    from unnest(${join(columns)}) with ordinality as e (id, name, subject, payload, position)
    order by e.position`);
}
