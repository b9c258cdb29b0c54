import "server-only";
import { z } from "zod";
import { exampleProvider } from "@/lib/auth/providers/examples";
import type { ProviderKind } from "@/lib/auth/providers/rows";
import { OfferedProvidersView } from "@/lib/auth/providers/schema";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";

export const offeredProviders = query({
  name: "auth.provider.offered",
  summary: "Read by which providers one can sign in",
  audience: ["visitor"],
  input: z.strictObject({}),
  output: OfferedProvidersView,
  example: {
    input: {},
    output: { providers: [{ id: exampleProvider.id, name: exampleProvider.name, kind: "oidc" }] },
  },
  async run({ query, tenantId }) {
    const providers = await query<{ id: string; name: string; kind: ProviderKind }>(sql`
      select id, name, kind from identity_providers
      where tenant_id = ${tenantId}::uuid and is_enabled order by created_at, id`);
    return { providers };
  },
});
