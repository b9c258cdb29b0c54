import "server-only";
import { cache } from "react";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { getBrand } from "@/lib/tenants/operations/get-brand";

/** Name, language and zone of a company, once per request while a page renders. */
export const brandOf = cache((tenantId: string) => run(getBrand, {}, { actor: visitor(tenantId) }));
