import "server-only";
import { z } from "zod";
import { auditConditions } from "@/lib/audit/conditions";
import { auditFilters } from "@/lib/audit/schema";
import { join, sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { countSchema } from "@/lib/core/text";

export const exportAuditEntries = operation({
  name: "audit.entry.export",
  summary: "Export the audit log",
  description: "Notes that the log is taken out, with which filters, and says how many entries it will be.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: z.strictObject(auditFilters),
  output: z.object({ entries: countSchema }),
  example: { input: { operation: "clients." }, output: { entries: 1204 } },
  async run(context, filters) {
    const { query, tenantId, audit } = context;
    const conditions = (await auditConditions(context, filters)).filter((one) => one !== undefined);
    const where = join([sql`tenant_id = ${tenantId}::uuid`, ...conditions], " and ");
    const [counted] = await query<{ entries: bigint }>(
      sql`select count(*) as entries from audit_log where ${where}`,
    );

    const entries = counted?.entries ?? 0n;
    audit(null, { id: tenantId, ...filters, entries: entries.toString() }, "export");
    return { entries };
  },
});
