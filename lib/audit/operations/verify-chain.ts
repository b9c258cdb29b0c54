import "server-only";
import { z } from "zod";
import { ChainView } from "@/lib/audit/schema";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";

export const verifyChain = query({
  name: "audit.chain.verify",
  summary: "Check that the audit log was not altered",
  description: "Recomputes the hash of each entry from its content and the entry before.",
  audience: ["staff"],
  input: z.strictObject({}),
  output: ChainView,
  http: { method: "GET", path: "/audit-chain" },
  example: {
    input: {},
    output: { isIntact: true, entries: 1204, firstBreak: null, checkedAt: "2026-04-01T09:00:00.000Z" },
  },
  async run({ query, tenantId, now }) {
    const [chain] = await query<{ entries: bigint; first: bigint | null }>(sql`
      select coalesce((select sequence from audit_heads where tenant_id = ${tenantId}::uuid), 0) as entries,
        audit_first_break(${tenantId}::uuid) as first`);
    const firstBreak = chain?.first ?? null;
    return { isIntact: firstBreak === null, entries: chain?.entries ?? 0n, firstBreak, checkedAt: now };
  },
});
