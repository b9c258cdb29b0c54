import "server-only";
import type { QueryContext } from "@/lib/core/operation/operation";
import { type ActionRow, lastActions, type ServiceRow } from "@/lib/provisioning/queries";
import type { ServiceActionShown, ServiceShown } from "@/lib/provisioning/schema";

type Reader = Pick<QueryContext, "query" | "tenantId" | "actor">;

/** A service as staff see it, or as the client's people do: without the words of other systems, and nothing before it is delivered. */
export async function toServiceView(context: Reader, row: ServiceRow): Promise<ServiceShown> {
  return (await toServiceViews(context, [row]))[0] as ServiceShown;
}

export async function toServiceViews(context: Reader, rows: readonly ServiceRow[]): Promise<ServiceShown[]> {
  const actions = await lastActions(
    context,
    rows.map(({ id }) => id),
  );
  const isClient = context.actor.audience === "client";
  return rows.map(({ secretId, access, ...row }) => {
    const action = actions.get(row.id);
    const isShown = !isClient || row.deliveredAt !== null;
    return {
      ...row,
      access: isShown ? access : {},
      hasPassword: isShown && secretId !== null,
      lastAction: action === undefined ? null : toActionView(context, action),
    };
  });
}

export function toActionView({ actor }: Pick<Reader, "actor">, row: ActionRow): ServiceActionShown {
  return actor.audience === "client" ? { ...row, errorText: null } : row;
}
