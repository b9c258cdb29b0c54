import "server-only";
import { exampleProvider } from "@/lib/auth/providers/examples";
import { type ProviderRow, providerColumns } from "@/lib/auth/providers/rows";
import { ProviderView } from "@/lib/auth/providers/schema";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: sql`identity_providers`,
  columns: providerColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "createdAt",
  filters: {},
} as const;

export const listProviders = query({
  name: "auth.provider.list",
  summary: "List sign-in providers",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(ProviderView),
  http: { method: "GET", path: "/sign-in-providers" },
  example: { input: {}, output: { items: [exampleProvider], nextCursor: null } },
  run: (context, request) => readPage<ProviderRow>(context, definition, request, []),
});
