import "server-only";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { hostRemoved } from "@/lib/tenants/events";
import { exampleHost } from "@/lib/tenants/examples";
import { auditedHost, lockHost, toHostView } from "@/lib/tenants/hosts";
import { HostReference, HostView } from "@/lib/tenants/schema";

export const removeHost = operation({
  name: "tenants.host.remove",
  summary: "Give a host name up",
  audience: ["staff"],
  input: HostReference,
  output: HostView,
  http: { method: "DELETE", path: "/hosts/{host}" },
  example: { input: { host: exampleHost.host }, output: exampleHost },
  refusals: ["tenants.host_not_found"],
  needsFreshSignIn: true,
  async run(context, { host }) {
    const row = await lockHost(context, host);
    await context.execute(sql`
      delete from tenant_domains where tenant_id = ${context.tenantId}::uuid and host = ${host}`);
    context.audit(auditedHost(row), null);
    context.emit(hostRemoved({ host }));
    return toHostView(context, row);
  },
});
