import "server-only";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { HostTaken, TooManyHosts } from "@/lib/tenants/errors";
import { hostAdded } from "@/lib/tenants/events";
import { exampleHost } from "@/lib/tenants/examples";
import { auditedHost, type HostRow, hostColumns, toHostView } from "@/lib/tenants/hosts";
import { HostReference, HostView } from "@/lib/tenants/schema";

const most = 50;

export const addHost = operation({
  name: "tenants.host.add",
  summary: "Claim a host name",
  description: "It is answered on once its record in the name system has proved whose it is.",
  audience: ["staff"],
  input: HostReference,
  output: HostView,
  http: { method: "POST", path: "/hosts", status: 201 },
  example: { input: { host: exampleHost.host }, output: exampleHost },
  refusals: ["tenants.host_taken", "tenants.too_many_hosts"],
  async run(context, { host }) {
    const { query, tenantId, now, audit, emit } = context;
    const [known] = await query<{ count: bigint }>(sql`
      select count(*) as count from tenant_domains where tenant_id = ${tenantId}::uuid`);
    if (Number(known?.count ?? 0) >= most) throw new TooManyHosts(most);

    const [row] = await query<HostRow>(sql`
      insert into tenant_domains (host, tenant_id, verified_at, created_at)
      values (${host}, ${tenantId}::uuid, null, ${now}) on conflict do nothing returning ${hostColumns}`);
    if (row === undefined) throw new HostTaken();

    audit(null, auditedHost(row));
    emit(hostAdded({ host }));
    return toHostView(context, row);
  },
});
