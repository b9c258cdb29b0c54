import type pg from "pg";
import { newId } from "@/lib/core/ids";

export type ARun = {
  tenantId: string | null;
  functionId?: string;
  subject?: string;
  status?: "queued" | "running" | "completed" | "failed" | "cancelled";
  payload?: Record<string, unknown>;
  error?: { name: string; message: string };
};

/** A function as the server registers it, written behind its back: for tests that need no server. */
export async function aFunction(
  owner: pg.Pool,
  { id = `panel1-${newId()}`, isGone = false }: { id?: string; isGone?: boolean } = {},
): Promise<string> {
  await owner.query(
    "insert into durable.apps (id, url, sdk, fingerprint) values ('panel1', 'http://localhost/api/inngest', 'js', '') on conflict do nothing",
  );
  await owner.query(
    `insert into durable.functions (id, app_id, name, url, max_attempts, config, archived_at)
     values ($1, 'panel1', 'Send a welcome', 'http://localhost/api/inngest', 4, '{}', case when $2 then now() end)`,
    [id, isGone],
  );
  return id;
}

/** A run without steps, written behind the server's back; returns its id. */
export async function aRun(
  owner: pg.Pool,
  {
    tenantId,
    functionId,
    subject,
    status = "failed",
    payload = {},
    error = { name: "Error", message: "No" },
  }: ARun,
): Promise<string> {
  const [id, eventId] = [newId(), newId()];
  const isOver = !["queued", "running"].includes(status);
  await owner.query(
    "insert into durable.events (id, public_id, name, payload) values ($1::uuid, $1::text, 'clients/client.created', $2)",
    [eventId, { id: eventId, name: "clients/client.created", data: { ...payload, tenantId, subject } }],
  );
  await owner.query(
    `insert into durable.runs (id, function_id, event_id, status, tenant_id, subject, error, started_at, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, now(), case when $8 then now() end)`,
    [
      id,
      functionId ?? (await aFunction(owner)),
      eventId,
      status,
      tenantId,
      subject ?? null,
      status === "failed" ? error : null,
      isOver,
    ],
  );
  return id;
}
