import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { exampleHost } from "@/lib/tenants/examples";
import { type HostRow, hostColumns, toHostView } from "@/lib/tenants/hosts";
import { HostView } from "@/lib/tenants/schema";

export const listHosts = query({
  name: "tenants.host.list",
  summary: "List the company's host names",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z.object({ items: z.array(HostView) }),
  http: { method: "GET", path: "/hosts" },
  example: { input: {}, output: { items: [exampleHost] } },
  async run(context) {
    const rows = await context.query<HostRow>(sql`
      select ${hostColumns} from tenant_domains where tenant_id = ${context.tenantId}::uuid order by created_at, host`);
    return { items: rows.map((row) => toHostView(context, row)) };
  },
});
