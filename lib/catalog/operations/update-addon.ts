import "server-only";
import { z } from "zod";
import { changesOf } from "@/lib/catalog/changes";
import { addonUpdated } from "@/lib/catalog/events";
import { exampleAddon } from "@/lib/catalog/examples";
import { lockRecord, written } from "@/lib/catalog/records";
import { AddonView, addonDetails, partStatuses, versionSchema } from "@/lib/catalog/schema";
import { withoutUndefined } from "@/lib/core/db/patch";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const updateAddon = operation({
  name: "catalog.addon.update",
  summary: "Change or retire an add-on",
  audience: ["staff"],
  input: z.strictObject({
    addonId: idSchema,
    version: versionSchema,
    status: z.enum(partStatuses).optional(),
    ...changesOf(addonDetails),
  }),
  output: AddonView,
  http: { method: "PATCH", path: "/addons/{addonId}" },
  example: {
    input: { addonId: exampleAddon.id, version: 1, status: "RETIRED" },
    output: { ...exampleAddon, status: "RETIRED", version: 2 },
  },
  refusals: ["catalog.record_not_found", "catalog.name_taken", "core.stale_version"],
  async run(context, { addonId: id, version, ...changes }) {
    const { db, now, audit, emit } = context;
    await lockRecord(context, "addon", { id, version });
    const before = await db.addon.findUniqueOrThrow({ where: { id } });
    const data = { ...withoutUndefined(changes), version: version + 1, updatedAt: now };
    const after = await written<z.output<typeof AddonView>>(db.addon.update({ where: { id }, data }), "slug");
    audit(before, after);
    emit(addonUpdated({ addonId: id }));
    return after;
  },
});
