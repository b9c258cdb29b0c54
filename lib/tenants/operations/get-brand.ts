import "server-only";
import { z } from "zod";
import { query } from "@/lib/core/operation/operation";
import { findTenant } from "@/lib/tenants/queries";
import { BrandView } from "@/lib/tenants/schema";

export const getBrand = query({
  name: "tenants.brand.get",
  summary: "Read what visitors see of the company",
  audience: ["visitor"],
  input: z.strictObject({}),
  output: BrandView,
  example: { input: {}, output: { name: "Northwind Hosting", language: "en", timeZone: "Europe/Berlin" } },
  async run(context) {
    const { name, language, timeZone } = await findTenant(context);
    return { name, language, timeZone };
  },
});
