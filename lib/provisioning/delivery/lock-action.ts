import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { type ActionRow, actionColumns, lockService, type ServiceRow } from "@/lib/provisioning/queries";

/** A deed and its service, the service locked; undefined where there is no such deed. */
export async function lockAction(
  context: CommandContext,
  actionId: string,
): Promise<{ action: ActionRow; service: ServiceRow } | undefined> {
  const { query, tenantId } = context;
  const read = () =>
    query<ActionRow>(
      sql`select ${actionColumns} from service_actions where tenant_id = ${tenantId}::uuid and id = ${actionId}::uuid`,
    );
  const [found] = await read();
  if (found === undefined) return undefined;
  const service = await lockService(context, { serviceId: found.serviceId });
  // Read again: it may have moved while we waited for the lock.
  const [action] = await read();
  return action && { action, service };
}
