import "server-only";
import { z } from "zod";
import { addonCreated } from "@/lib/catalog/events";
import { exampleAddon } from "@/lib/catalog/examples";
import { lastPlace, written } from "@/lib/catalog/records";
import { AddonView, addonDetails } from "@/lib/catalog/schema";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const createAddon = operation({
  name: "catalog.addon.create",
  summary: "Add something that is sold along with products",
  audience: ["staff"],
  input: z.strictObject(addonDetails),
  output: AddonView,
  http: { method: "POST", path: "/addons", status: 201 },
  example: { input: { slug: "moving-in", name: { en: "We move you in" } }, output: exampleAddon },
  refusals: ["catalog.name_taken"],
  async run(context, details) {
    const { db, tenantId, now, audit, emit } = context;
    const position = await lastPlace(context, "addon");
    const data = { id: newId(), tenantId, ...details, position, createdAt: now, updatedAt: now };
    const addon = await written<z.output<typeof AddonView>>(db.addon.create({ data }), "slug");
    audit(null, addon);
    emit(addonCreated({ addonId: addon.id }));
    return addon;
  },
});
