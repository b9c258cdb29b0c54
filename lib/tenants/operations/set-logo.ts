import "server-only";
import { identifier, sql } from "@/lib/core/db/sql";
import { databaseStore } from "@/lib/core/files/database-store";
import { mediaTypeOf } from "@/lib/core/files/media-type";
import { operation } from "@/lib/core/operation/operation";
import { findBrand, lockBrand } from "@/lib/tenants/brand-row";
import { LogoNotUsable } from "@/lib/tenants/errors";
import { brandUpdated } from "@/lib/tenants/events";
import { exampleBrandSettings } from "@/lib/tenants/examples";
import { BrandSettingsView, SetLogoInput } from "@/lib/tenants/schema";

const places = {
  logo: { field: "logoFileId", column: "logo_file_id" },
  darkLogo: { field: "darkLogoFileId", column: "dark_logo_file_id" },
  icon: { field: "iconFileId", column: "icon_file_id" },
} as const;

const mostBytes = 140_000;
/** What every browser shows and nothing can run in: no SVG (S-10). */
const usable = new Set(["image/png", "image/jpeg", "image/webp"]);

export const setLogo = operation({
  name: "tenants.brand.setLogo",
  summary: "Put a logo in, or take it away",
  audience: ["staff"],
  input: SetLogoInput,
  output: BrandSettingsView,
  http: { method: "PUT", path: "/brand/logos/{kind}" },
  example: {
    input: { version: 1, kind: "logo", content: null },
    output: { ...exampleBrandSettings, logoFileId: null, version: 2 },
  },
  refusals: ["core.stale_version", "tenants.logo_not_usable"],
  async run(context, { version, kind, content }) {
    const { execute, tenantId, now, audit, emit } = context;
    const { field, column } = places[kind];
    const before = await lockBrand(context, version);
    const fileId = content === null ? null : await store(Buffer.from(content, "base64"));

    await execute(sql`
      update tenants set ${identifier(column)} = ${fileId}::uuid, version = version + 1, updated_at = ${now}
      where id = ${tenantId}::uuid`);
    const former = before[field];
    if (former !== null) await databaseStore.remove(context, former);

    const after = await findBrand(context);
    audit(before, after);
    emit(brandUpdated({ tenantId }));
    return after;

    function store(bytes: Buffer): Promise<string> {
      const mediaType = mediaTypeOf(bytes);
      if (!usable.has(mediaType)) throw new LogoNotUsable("kind");
      if (bytes.length > mostBytes) throw new LogoNotUsable("size");
      return databaseStore.put(context, { bytes, mediaType, isPublic: true });
    }
  },
});
