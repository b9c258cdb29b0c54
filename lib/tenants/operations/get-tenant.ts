import "server-only";
import { z } from "zod";
import { query } from "@/lib/core/operation/operation";
import { exampleTenant } from "@/lib/tenants/examples";
import { findTenant } from "@/lib/tenants/queries";
import { TenantView } from "@/lib/tenants/schema";

export const getTenant = query({
  name: "tenants.tenant.get",
  summary: "Read the company's profile",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: TenantView,
  http: { method: "GET", path: "/tenant" },
  example: { input: {}, output: exampleTenant },
  run: (context) => findTenant(context),
});
