import "server-only";
import { withoutUndefined } from "@/lib/core/db/patch";
import { operation } from "@/lib/core/operation/operation";
import { tenantUpdated } from "@/lib/tenants/events";
import { exampleTenant } from "@/lib/tenants/examples";
import { lockTenant, type TenantRow } from "@/lib/tenants/queries";
import { TenantView, UpdateTenantInput } from "@/lib/tenants/schema";

export const updateTenant = operation({
  name: "tenants.tenant.update",
  summary: "Change the company's profile",
  audience: ["staff"],
  input: UpdateTenantInput,
  output: TenantView,
  http: { method: "PATCH", path: "/tenant" },
  example: {
    input: { version: 1, legalName: "Northwind Hosting SE" },
    output: { ...exampleTenant, legalName: "Northwind Hosting SE", version: 2 },
  },
  refusals: ["core.stale_version"],
  async run(context, { version, ...changes }) {
    const { db, now, tenantId, audit, emit } = context;
    const before = await lockTenant(context, { version });

    const data = { ...withoutUndefined(changes), version: version + 1, updatedAt: now };
    const after = (await db.tenant.update({ where: { id: tenantId }, data })) as TenantRow;

    audit(before, after);
    emit(tenantUpdated({ tenantId }));
    return after;
  },
});
