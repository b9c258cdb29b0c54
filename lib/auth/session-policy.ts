import "server-only";
import type { SessionPolicy } from "@/lib/auth/rules/sessions";
import {
  clientAbsoluteHours,
  clientIdleMinutes,
  staffAbsoluteHours,
  staffIdleMinutes,
} from "@/lib/auth/settings";
import type { QueryContext } from "@/lib/core/operation/operation";
import { readSettings } from "@/lib/core/settings/read";

const policies = {
  STAFF: { absoluteHours: staffAbsoluteHours, idleMinutes: staffIdleMinutes },
  CLIENT: { absoluteHours: clientAbsoluteHours, idleMinutes: clientIdleMinutes },
};

/** How long sessions of a kind of person last at the actor's company. */
export function sessionPolicy(
  context: Pick<QueryContext, "query" | "tenantId">,
  kind: "STAFF" | "CLIENT",
): Promise<SessionPolicy> {
  return readSettings(context, policies[kind]);
}
