import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { countSchema, lineSchema } from "@/lib/core/text";

export const listTags = query({
  name: "clients.tag.list",
  summary: "List the tags in use",
  description: "The most used ones first, 100 at most; with `beginning`, those that begin so.",
  audience: ["staff"],
  input: z.strictObject({ beginning: lineSchema(40).optional() }),
  output: z
    .object({ items: z.array(z.object({ tag: z.string(), clients: countSchema })) })
    .meta({ id: "ClientTags" }),
  http: { method: "GET", path: "/client-tags" },
  example: { input: {}, output: { items: [{ tag: "partner", clients: 3 }] } },
  async run({ query, tenantId }, { beginning }) {
    const items = await query<{ tag: string; clients: bigint }>(sql`
      select min(tag) as tag, count(*) as clients from clients, unnest(tags) tag
      where tenant_id = ${tenantId}::uuid and cardinality(tags) > 0 and starts_with(lower(tag), ${beginning?.toLowerCase() ?? ""})
      group by lower(tag) order by 2 desc, 1 limit 100`);
    return { items };
  },
});
