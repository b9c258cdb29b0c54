import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { type ServiceStatus, serviceStatuses } from "@/lib/provisioning/rules/status";
import { ServiceCount } from "@/lib/provisioning/schema";

export const countServices = query({
  name: "provisioning.service.countByStatus",
  summary: "Count services by state",
  audience: ["staff"],
  input: z.strictObject({}),
  output: ServiceCount,
  http: { method: "GET", path: "/service-count" },
  example: {
    input: {},
    output: { PENDING: 0, CREATING: 1, ACTIVE: 250, SUSPENDED: 4, TERMINATED: 12, FAILED: 2 },
  },
  async run({ query, tenantId }) {
    const rows = await query<{ status: ServiceStatus; count: bigint }>(sql`
      select status, count(*) as count from services where tenant_id = ${tenantId}::uuid group by status`);
    const counted = new Map(rows.map(({ status, count }) => [status, count]));
    return Object.fromEntries(
      serviceStatuses.map((status) => [status, counted.get(status) ?? 0n]),
    ) as z.output<typeof ServiceCount>;
  },
});
