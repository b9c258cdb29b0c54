import "server-only";
import { z } from "zod";
import { exampleClient } from "@/lib/clients/examples";
import { type ClientRow, clientColumns } from "@/lib/clients/queries";
import { ClientView, clientKinds, clientStatuses, tagSchema } from "@/lib/clients/schema";
import { toClientViews } from "@/lib/clients/view";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { countrySchema, lineSchema } from "@/lib/core/text";

const definition = {
  from: sql`clients`,
  columns: clientColumns,
  sorts: {
    createdAt: { column: "created_at", type: "timestamptz" },
    name: { column: "name", type: "text" },
    number: { column: "number", type: "bigint" },
  },
  defaultSort: "-createdAt",
  filters: {
    status: z
      .enum(clientStatuses)
      .optional()
      .meta({ description: "Active and archived ones when left out." }),
    kind: z.enum(clientKinds).optional(),
    country: countrySchema.optional(),
    groupId: idSchema.optional(),
    tag: tagSchema.optional(),
    search: lineSchema(100).optional().meta({
      description:
        "Words of name, company, addresses, number, telephone, tax number, tags, contacts and people, each from its beginning. The newest 200 that fit.",
    }),
  },
} as const;

export const listClients = query({
  name: "clients.client.list",
  summary: "List clients",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(ClientView),
  http: { method: "GET", path: "/clients" },
  example: {
    input: { status: "ACTIVE", sort: "name", limit: 50 },
    output: { items: [exampleClient], nextCursor: null },
  },
  async run(context, { status, kind, country, groupId, tag, search, ...request }) {
    // Full-text operators are not leakproof: under row-level security only the narrow function reaches the index.
    const filters = [
      status === undefined ? "=kept" : `=status:${status}`,
      kind && `=kind:${kind}`,
      country && `=country:${country}`,
      groupId && `=group:${groupId}`,
      tag && `=tag:${tag.toLowerCase()}`,
    ].filter(Boolean);
    const from =
      search === undefined ? definition.from : sql`search_clients(${search}, 200, ${filters}::text[])`;
    const page = await readPage<ClientRow>(context, { ...definition, from }, request, [
      status === undefined ? sql`status in ('ACTIVE', 'ARCHIVED')` : sql`status = ${status}::client_status`,
      kind && sql`kind = ${kind}::client_kind`,
      country === undefined ? undefined : sql`country = ${country}`,
      groupId === undefined ? undefined : sql`group_id = ${groupId}::uuid`,
      tag === undefined
        ? undefined
        : sql`exists (select 1 from unnest(tags) t where lower(t) = ${tag.toLowerCase()})`,
    ]);
    return { ...page, items: await toClientViews(context, page.items) };
  },
});
