import "server-only";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";
import { ServiceBusy } from "@/lib/provisioning/errors";
import { actionQueued } from "@/lib/provisioning/events";
import {
  type ActionInput,
  type ActionRow,
  actionColumns,
  isOpen,
  lastAction,
  type ServiceRow,
} from "@/lib/provisioning/queries";
import type { ActionKind, ServiceStatus } from "@/lib/provisioning/rules/status";

/** Writes down a deed and sets it on its way. The service is locked by the caller. Throws ServiceBusy. */
export async function beginAction(
  context: CommandContext,
  service: ServiceRow,
  { kind, input = {} }: { kind: ActionKind; input?: ActionInput },
): Promise<ActionRow> {
  const { query, tenantId, now } = context;
  const last = await lastAction(context, service.id);
  if (last && isOpen(last)) throw new ServiceBusy();

  const id = newId();
  const [action] = await query<ActionRow>(sql`
    insert into service_actions (id, tenant_id, client_id, service_id, kind, input, created_at, updated_at)
    values (${id}::uuid, ${tenantId}::uuid, ${service.clientId}::uuid, ${service.id}::uuid, ${kind}::service_action_kind,
      ${JSON.stringify(input)}::jsonb, ${now}, ${now})
    returning ${actionColumns}`);
  announce(context, service, action as ActionRow);
  context.audit(null, auditedAction(action as ActionRow), "serviceAction");
  return action as ActionRow;
}

/** Sets a deed on its way once more; what an earlier round brings does nothing from now on. */
export async function beginRound(
  context: CommandContext,
  service: ServiceRow,
  before: ActionRow,
  input: ActionInput,
): Promise<ActionRow> {
  const after = await updateAction(context, before.id, {
    status: "QUEUED",
    attempts: 0,
    round: before.round + 1,
    input,
    errorKind: null,
    errorText: null,
    endedAt: null,
  });
  announce(context, service, after);
  context.audit(auditedAction(before), auditedAction(after), "serviceAction");
  return after;
}

function announce({ emit, tenantId }: CommandContext, service: ServiceRow, { id, round }: ActionRow): void {
  const { server } = service.settings;
  const lane = [tenantId, service.module, typeof server === "string" ? server : ""].join(":");
  emit(actionQueued({ serviceId: service.id, actionId: id, round, lane }));
}

type Changes = Partial<
  Pick<
    ActionRow,
    "status" | "step" | "attempts" | "round" | "input" | "errorKind" | "errorText" | "startedAt" | "endedAt"
  >
>;

/** Changes some fields of a deed; the others stay. */
export async function updateAction(
  { query, tenantId, now }: CommandContext,
  actionId: string,
  changes: Changes,
): Promise<ActionRow> {
  const { input } = changes;
  const kept = (name: keyof Changes) => !Object.hasOwn(changes, name);
  const [after] = await query<ActionRow>(sql`
    update service_actions set
      status = coalesce(${changes.status ?? null}::service_action_status, status),
      step = case when ${kept("step")} then step else ${changes.step ?? null}::text end,
      attempts = coalesce(${changes.attempts ?? null}::int, attempts),
      round = coalesce(${changes.round ?? null}::int, round),
      input = coalesce(${input === undefined ? null : JSON.stringify(input)}::jsonb, input),
      error_kind = case when ${kept("errorKind")} then error_kind else ${changes.errorKind ?? null}::text end,
      error_text = case when ${kept("errorText")} then error_text else ${changes.errorText ?? null}::text end,
      started_at = coalesce(${changes.startedAt ?? null}::timestamptz, started_at),
      ended_at = case when ${kept("endedAt")} then ended_at else ${changes.endedAt ?? null}::timestamptz end,
      updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${actionId}::uuid and status not in ('SUCCEEDED')
    returning ${actionColumns}`);
  return after as ActionRow;
}

/** Moves a service to another state, and bears the change on record. */
export async function moveService(
  context: CommandContext,
  service: ServiceRow,
  status: ServiceStatus,
  {
    isDelivered = false,
    access = service.access,
    remoteId = service.remoteId,
    secretId = service.secretId,
  } = {},
): Promise<ServiceRow> {
  const { execute, tenantId, now, audit } = context;
  const deliveredAt = isDelivered ? (service.deliveredAt ?? now) : service.deliveredAt;
  const version = service.version + 1;
  await execute(sql`
    update services set status = ${status}::service_status, access = ${JSON.stringify(access)}::jsonb, remote_id = ${remoteId},
      secret_id = ${secretId}::uuid, delivered_at = ${deliveredAt}::timestamptz, version = ${version}, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${service.id}::uuid and version = ${service.version}`);
  const after = { ...service, status, access, remoteId, secretId, deliveredAt, version, updatedAt: now };
  audit(auditedService(service), auditedService(after), "service");
  return after;
}

export function auditedService({ id, label, module, status, hostName, access, version }: ServiceRow) {
  return { id, label, module, status, hostName, access, version };
}

function auditedAction({ id, serviceId, kind, status, step, round, input }: ActionRow) {
  return { id, serviceId, kind, status, step, round, reason: input.reason ?? null };
}
