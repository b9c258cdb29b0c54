import type { OutboxRow } from "./outbox";

type Intake = { baseUrl: string; eventKey: string; sendTimeoutMs?: number };

export type SendResult =
  | { kind: "accepted" }
  /** Something about the events is wrong: sending the same again will not help. */
  | { kind: "refused"; reason: string }
  /** Nobody there, or busy, or the wrong key: not the events' fault. */
  | { kind: "away"; reason: string };

const refusals = new Set([400, 406, 413, 422]);

/** Sends events in the order given, each under its row's id, so that a repeat is known. */
export async function sendEvents(
  { baseUrl, eventKey, sendTimeoutMs = 30_000 }: Intake,
  rows: OutboxRow[],
): Promise<SendResult> {
  try {
    const response = await fetch(new URL(`/e/${encodeURIComponent(eventKey)}`, baseUrl), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(rows.map(toEvent)),
      signal: AbortSignal.timeout(sendTimeoutMs),
    });
    const text = await response.text();
    if (response.ok && idCount(text) === rows.length) return { kind: "accepted" };
    const reason = `${response.status} ${text.slice(0, 500)}`;
    return { kind: refusals.has(response.status) ? "refused" : "away", reason };
  } catch (error) {
    const cause =
      error instanceof Error ? ((error.cause as { code?: string })?.code ?? error.message) : "unknown";
    return { kind: "away", reason: cause };
  }
}

/** Tenant and actor travel with every event. */
function toEvent({ id, tenant_id, name, subject, payload, actor, occurred_at }: OutboxRow) {
  return {
    id,
    name,
    data: { ...payload, tenantId: tenant_id, actor, subject },
    ts: occurred_at.getTime(),
  };
}

function idCount(text: string): number {
  try {
    const { ids, error } = JSON.parse(text) as { ids?: unknown; error?: unknown };
    return Array.isArray(ids) && !error ? ids.length : -1;
  } catch {
    return -1;
  }
}
