import "server-only";
import { z } from "zod";
import { exampleClient } from "@/lib/clients/examples";
import { type ClientRow, clientColumns } from "@/lib/clients/queries";
import { ClientView, clientKinds, clientStatuses } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
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
    status: z.enum(clientStatuses).optional(),
    kind: z.enum(clientKinds).optional(),
    country: countrySchema.optional(),
    search: lineSchema(100)
      .optional()
      .meta({ description: "Words of name, company, address or number, each from its beginning." }),
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
  run(context, { status, kind, country, search, ...request }) {
    // Full-text operators are not leakproof: under row-level security only the narrow function reaches the index.
    const from = search === undefined ? definition.from : sql`search_clients(${search}, 200)`;
    return readPage<ClientRow>(context, { ...definition, from }, request, [
      status && sql`status = ${status}::client_status`,
      kind && sql`kind = ${kind}::client_kind`,
      country === undefined ? undefined : sql`country = ${country}`,
    ]);
  },
});
