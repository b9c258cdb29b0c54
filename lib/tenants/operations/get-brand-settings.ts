import "server-only";
import { z } from "zod";
import { query } from "@/lib/core/operation/operation";
import { findBrand } from "@/lib/tenants/brand-row";
import { exampleBrandSettings } from "@/lib/tenants/examples";
import { BrandSettingsView } from "@/lib/tenants/schema";

export const getBrandSettings = query({
  name: "tenants.brand.settings",
  summary: "Read the brand for a change",
  audience: ["staff"],
  input: z.strictObject({}),
  output: BrandSettingsView,
  http: { method: "GET", path: "/brand" },
  example: { input: {}, output: exampleBrandSettings },
  run: (context) => findBrand(context),
});
