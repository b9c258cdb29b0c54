import "server-only";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import { TaskClosed, TaskNotFound } from "@/lib/provisioning/errors";
import type { ActionKind } from "@/lib/provisioning/rules/status";
import type { StaffTaskShown, taskKinds, taskStatuses } from "@/lib/provisioning/schema";

type TaskKind = (typeof taskKinds)[number];

export type TaskRow = {
  id: string;
  kind: TaskKind;
  status: (typeof taskStatuses)[number];
  serviceId: string | null;
  actionId: string | null;
  serviceLabel: string | null;
  clientId: string | null;
  clientName: string | null;
  actionKind: ActionKind | null;
  hostName: string | null;
  userName: string | null;
  instructions: string | null;
  note: string | null;
  doneByName: string | null;
  doneAt: Date | null;
  createdAt: Date;
};

const ofService = (column: ReturnType<typeof sql>) =>
  sql`(select ${column} from services s where s.tenant_id = staff_tasks.tenant_id and s.id = staff_tasks.service_id)`;
const ofAction = (column: ReturnType<typeof sql>) =>
  sql`(select ${column} from service_actions a where a.tenant_id = staff_tasks.tenant_id and a.id = staff_tasks.action_id)`;

export const taskColumns = sql`id, kind, status, service_id as "serviceId", action_id as "actionId", note,
  done_by_name as "doneByName", done_at as "doneAt", created_at as "createdAt",
  ${ofService(sql`s.label`)} as "serviceLabel", ${ofService(sql`s.client_id`)} as "clientId",
  ${ofService(sql`s.host_name`)} as "hostName", ${ofService(sql`s.access ->> 'userName'`)} as "userName",
  (select coalesce(c.company_name, c.name) from services s join clients c on c.tenant_id = s.tenant_id and c.id = s.client_id
    where s.tenant_id = staff_tasks.tenant_id and s.id = staff_tasks.service_id) as "clientName",
  ${ofAction(sql`a.kind`)} as "actionKind", ${ofAction(sql`a.error_text`)} as "instructions"`;

/** One task. Throws TaskNotFound. */
export async function findTask({ query, tenantId }: QueryContext, taskId: string): Promise<TaskRow> {
  const [row] = await query<TaskRow>(
    sql`select ${taskColumns} from staff_tasks where tenant_id = ${tenantId}::uuid and id = ${taskId}::uuid`,
  );
  if (row === undefined) throw new TaskNotFound();
  return row;
}

export function toTaskView({ actionId: _, instructions, ...row }: TaskRow): StaffTaskShown {
  return { ...row, instructions: instructions ?? "" };
}

/** Asks staff for something; does nothing where they are asked already. */
export async function openTask(
  { execute, tenantId, now }: CommandContext,
  { kind, serviceId, actionId }: { kind: TaskKind; serviceId: string; actionId: string },
): Promise<void> {
  await execute(sql`
    insert into staff_tasks (id, tenant_id, kind, service_id, action_id, created_at, updated_at)
    values (${newId()}::uuid, ${tenantId}::uuid, ${kind}, ${serviceId}::uuid, ${actionId}::uuid, ${now}, ${now})
    on conflict (tenant_id, action_id) where status = 'OPEN' and action_id is not null do nothing`);
}

/** Closes a task in the actor's name. Throws TaskNotFound, TaskClosed. The service is locked by the caller. */
export async function closeTask(context: CommandContext, task: TaskRow, note: string | null): Promise<void> {
  if (task.status !== "OPEN") throw new TaskClosed();
  await closeTasksOf(context, task.actionId ?? "", { status: "DONE", note });
}

/** Closes what staff were asked about a deed that goes on, or has ended, without their answer. */
export async function closeTasksOf(
  { query, tenantId, actor, now, audit }: CommandContext,
  actionId: string,
  { status, note = null }: { status: "DONE" | "CANCELLED"; note?: string | null },
): Promise<void> {
  const closed = await query<{ id: string; status: string; note: string | null }>(sql`
    update staff_tasks set status = ${status}::staff_task_status, note = ${note}, done_by_id = ${actor.id ?? null}::uuid,
      done_by_name = ${actor.impersonator?.name ?? actor.name}, done_at = ${now}, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and action_id = ${actionId}::uuid and status = 'OPEN'
    returning id, status, note`);
  for (const task of closed) audit({ id: task.id, status: "OPEN" }, task, "staffTask");
}
