import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { countSchema } from "@/lib/core/text";

export const countClients = query({
  name: "clients.client.count",
  summary: "Count clients",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z.object({ active: countSchema, archived: countSchema }).meta({ id: "ClientCount" }),
  http: { method: "GET", path: "/client-count" },
  example: { input: {}, output: { active: 40, archived: 2 } },
  async run({ query, tenantId }) {
    const [counted] = await query<{ active: bigint; archived: bigint }>(sql`
      select count(*) filter (where status = 'ACTIVE') as active, count(*) filter (where status = 'ARCHIVED') as archived
      from clients where tenant_id = ${tenantId}::uuid`);
    return { active: counted?.active ?? 0n, archived: counted?.archived ?? 0n };
  },
});
