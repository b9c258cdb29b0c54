import "server-only";
import { z } from "zod";
import { query } from "@/lib/core/operation/operation";
import { findBrand } from "@/lib/tenants/brand-row";
import { exampleBrand } from "@/lib/tenants/examples";
import { findTenant } from "@/lib/tenants/queries";
import { BrandView } from "@/lib/tenants/schema";

export const getBrand = query({
  name: "tenants.brand.get",
  summary: "Read what visitors see of the company",
  audience: ["visitor"],
  input: z.strictObject({}),
  output: BrandView,
  example: { input: {}, output: exampleBrand },
  async run(context) {
    const { name, language, timeZone } = await findTenant(context);
    const { id: _id, version: _version, ...brand } = await findBrand(context);
    return { name, language, timeZone, ...brand };
  },
});
