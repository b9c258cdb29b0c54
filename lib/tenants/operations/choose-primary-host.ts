import "server-only";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { HostNotProved } from "@/lib/tenants/errors";
import { brandUpdated } from "@/lib/tenants/events";
import { exampleHost } from "@/lib/tenants/examples";
import { auditedHost, lockHost, toHostView } from "@/lib/tenants/hosts";
import { HostReference, HostView } from "@/lib/tenants/schema";

export const choosePrimaryHost = operation({
  name: "tenants.host.choosePrimary",
  summary: "Choose the host that links name",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: HostReference,
  output: HostView,
  http: { method: "POST", path: "/hosts/{host}/primary" },
  example: { input: { host: exampleHost.host }, output: { ...exampleHost, isPrimary: true } },
  refusals: ["tenants.host_not_found", "tenants.host_not_proved"],
  async run(context, { host }) {
    const { execute, tenantId, audit, emit } = context;
    const before = await lockHost(context, host);
    if (before.verifiedAt === null) throw new HostNotProved();

    // Two statements: at no moment may there be two.
    await execute(
      sql`update tenant_domains set is_primary = false where tenant_id = ${tenantId}::uuid and is_primary`,
    );
    await execute(sql`
      update tenant_domains set is_primary = true where tenant_id = ${tenantId}::uuid and host = ${host}`);
    const after = { ...before, isPrimary: true };
    audit(auditedHost(before), auditedHost(after));
    emit(brandUpdated({ tenantId }));
    return toHostView(context, after);
  },
});
