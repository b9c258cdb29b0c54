import "server-only";
import type { z } from "zod";
import type { QueryContext } from "@/lib/core/operation/operation";
import type { CompanyBrandView } from "@/lib/platform/schema";
import { findBrand } from "@/lib/tenants/brand-row";
import { findTenant } from "@/lib/tenants/queries";

/** Name and brand of the company in whose scope this runs. */
export async function companyBrand(inside: QueryContext): Promise<z.output<typeof CompanyBrandView>> {
  const { name } = await findTenant(inside);
  return { ...(await findBrand(inside)), name };
}
