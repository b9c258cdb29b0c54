import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { beginAction, updateAction } from "@/lib/provisioning/actions";
import { isOpen, lastAction, lockService, type ServiceRow } from "@/lib/provisioning/queries";
import { type ActionKind, canService } from "@/lib/provisioning/rules/status";

const deeds = { SUSPEND: "suspend", UNSUSPEND: "unsuspend", TERMINATE: "terminate" } as const;

/**
 * A subscription was suspended, goes on, or ended: its service follows. At once where nothing else is being done to it; else as soon
 * as that has ended, and then only the last of what was asked for. Has no door.
 */
export const followSubscription = operation({
  name: "provisioning.service.follow",
  summary: "Have a service follow its subscription",
  audience: ["system"],
  input: z.strictObject({
    subscriptionId: idSchema,
    kind: z.enum(["SUSPEND", "UNSUSPEND", "TERMINATE"]),
    reason: z.string(),
  }),
  output: z.object({ isBegun: z.boolean() }),
  example: {
    input: { subscriptionId: "01932f3a-7c00-7000-8000-000000000603", kind: "SUSPEND", reason: "non_payment" },
    output: { isBegun: true },
  },
  async run(context, { subscriptionId, kind, reason }) {
    const { query, tenantId } = context;
    const [found] = await query<{ id: string }>(sql`
      select id from services where tenant_id = ${tenantId}::uuid and subscription_id = ${subscriptionId}::uuid`);
    if (found === undefined) return { isBegun: false };

    const service = await lockService(context, { serviceId: found.id });
    const last = await lastAction(context, service.id);
    if (last && isOpen(last)) {
      if (last.kind !== kind)
        await updateAction(context, last.id, { input: { ...last.input, afterwards: { kind, reason } } });
      return { isBegun: false };
    }
    return { isBegun: await beginWanted(context, service, { kind, reason }) };
  },
});

/** Begins what a subscription asks for, where the service's state allows it: what is suspended is not suspended again. */
export async function beginWanted(
  context: CommandContext,
  service: ServiceRow,
  { kind, reason }: { kind: ActionKind; reason: string },
): Promise<boolean> {
  const deed = deeds[kind as keyof typeof deeds];
  if (deed === undefined || !canService(deed, service.status)) return false;
  await beginAction(context, service, { kind, input: { reason } });
  return true;
}
