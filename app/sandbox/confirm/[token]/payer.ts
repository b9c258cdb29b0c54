import "server-only";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { UnknownHost } from "@/lib/doors/errors";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

/** Whoever confirms at the test bank: a visitor of the host's company, also when somebody is signed in. */
export async function payerOf(given: Headers): Promise<Actor> {
  const tenantId = await tenantForHost(given.get("host") ?? "");
  if (tenantId === undefined) throw new UnknownHost();
  return visitor(tenantId);
}
