import "server-only";
import { exampleApiKey } from "@/lib/auth/examples";
import { type ApiKeyRow, apiKeyColumns, apiKeyRelation, toApiKeyView } from "@/lib/auth/queries";
import { ApiKeyView } from "@/lib/auth/schema";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: apiKeyRelation,
  columns: apiKeyColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: {},
} as const;

export const listApiKeys = query({
  name: "auth.apiKey.list",
  summary: "List API keys",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(ApiKeyView),
  http: { method: "GET", path: "/api-keys" },
  example: { input: {}, output: { items: [exampleApiKey], nextCursor: null } },
  async run(context, request) {
    const page = await readPage<ApiKeyRow>(context, definition, request, []);
    return { ...page, items: page.items.map((row) => toApiKeyView(row, context.now)) };
  },
});
