import "server-only";
import { withoutUndefined } from "@/lib/core/db/patch";
import { operation } from "@/lib/core/operation/operation";
import { findBrand, lockBrand } from "@/lib/tenants/brand-row";
import { brandUpdated } from "@/lib/tenants/events";
import { exampleBrandSettings } from "@/lib/tenants/examples";
import { BrandSettingsView, UpdateBrandInput } from "@/lib/tenants/schema";

export const updateBrand = operation({
  name: "tenants.brand.update",
  summary: "Change colour and links of the brand",
  audience: ["staff"],
  input: UpdateBrandInput,
  output: BrandSettingsView,
  http: { method: "PATCH", path: "/brand" },
  example: { input: { version: 1, accent: "#0f766e" }, output: { ...exampleBrandSettings, version: 2 } },
  refusals: ["core.stale_version"],
  async run(context, { version, ...changes }) {
    const { db, now, tenantId, audit, emit } = context;
    const before = await lockBrand(context, version);
    const data = { ...withoutUndefined(changes), version: version + 1, updatedAt: now };
    await db.tenant.update({ where: { id: tenantId }, data });

    const after = await findBrand(context);
    audit(before, after);
    emit(brandUpdated({ tenantId }));
    return after;
  },
});
