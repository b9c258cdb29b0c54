import "server-only";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import type { StaffAnswer } from "@/lib/provisioning/contract";
import { ServiceNotFound } from "@/lib/provisioning/errors";
import type { ActionKind, ActionStatus, ServiceStatus } from "@/lib/provisioning/rules/status";
import type { Step } from "@/lib/provisioning/rules/steps";

export const passwordPurpose = "service.password";

export type ActionRow = {
  id: string;
  serviceId: string;
  kind: ActionKind;
  status: ActionStatus;
  step: Step | null;
  attempts: number;
  round: number;
  input: ActionInput;
  errorKind: string | null;
  errorText: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  createdAt: Date;
};

/** What a deed is to do, and what it must remember between its steps. */
export type ActionInput = {
  readonly reason?: string;
  /** The user name that create was called for: only then may an account of this name be ours. */
  readonly calledFor?: string;
  /** How many names were taken already. */
  readonly renames?: number;
  /** The new password, where it is to change. */
  readonly secretId?: string;
  readonly answer?: StaffAnswer;
  /** What the subscription asks for as soon as this has ended. */
  readonly afterwards?: { readonly kind: ActionKind; readonly reason: string };
};

export type ServiceRow = {
  id: string;
  clientId: string;
  clientName: string;
  subscriptionId: string;
  productId: string;
  planId: string;
  label: string;
  module: string;
  settings: Record<string, unknown>;
  status: ServiceStatus;
  hostName: string | null;
  remoteId: string | null;
  access: Record<string, string>;
  secretId: string | null;
  deliveredAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const actionColumns = sql`id, service_id as "serviceId", kind, status, step, attempts, round, input, error_kind as "errorKind",
  error_text as "errorText", started_at as "startedAt", ended_at as "endedAt", created_at as "createdAt"`;

export const serviceColumns = sql`id, client_id as "clientId", subscription_id as "subscriptionId", product_id as "productId",
  plan_id as "planId", label, module, settings, status, host_name as "hostName", remote_id as "remoteId", access,
  secret_id as "secretId", delivered_at as "deliveredAt", version, created_at as "createdAt", updated_at as "updatedAt",
  (select coalesce(c.company_name, c.name) from clients c where c.tenant_id = services.tenant_id and c.id = services.client_id)
    as "clientName"`;

/** One service of the actor's tenant. Throws ServiceNotFound. */
export async function findService({ query, tenantId }: QueryContext, serviceId: string): Promise<ServiceRow> {
  const [row] = await query<ServiceRow>(
    sql`select ${serviceColumns} from services where tenant_id = ${tenantId}::uuid and id = ${serviceId}::uuid`,
  );
  if (row === undefined) throw new ServiceNotFound();
  return row;
}

/** Locks a service, before its actions. Throws ServiceNotFound, or StaleVersion. */
export async function lockService(
  { query, tenantId }: CommandContext,
  { serviceId, version }: { serviceId: string; version?: number },
): Promise<ServiceRow> {
  const [row] = await query<ServiceRow>(sql`
    select ${serviceColumns} from services where tenant_id = ${tenantId}::uuid and id = ${serviceId}::uuid for no key update`);
  if (row === undefined) throw new ServiceNotFound();
  if (version !== undefined && row.version !== version) throw new StaleVersion();
  return row;
}

/** The newest deed of a service, open or ended. */
export async function lastAction(
  context: Pick<QueryContext, "query" | "tenantId">,
  serviceId: string,
): Promise<ActionRow | undefined> {
  return (await lastActions(context, [serviceId])).get(serviceId);
}

/** The newest deed of each of these services. */
export async function lastActions(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  serviceIds: readonly string[],
): Promise<Map<string, ActionRow>> {
  if (serviceIds.length === 0) return new Map();
  const rows = await query<ActionRow>(sql`
    select distinct on (service_id) ${actionColumns} from service_actions
    where tenant_id = ${tenantId}::uuid and service_id = any (${serviceIds}::uuid[])
    order by service_id, created_at desc, id desc`);
  return new Map(rows.map((row) => [row.serviceId, row]));
}

export function isOpen({ status }: ActionRow): boolean {
  return status !== "SUCCEEDED" && status !== "FAILED";
}
