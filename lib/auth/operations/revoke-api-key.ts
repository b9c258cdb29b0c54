import "server-only";
import { apiKeyRevoked } from "@/lib/auth/events";
import { exampleApiKey } from "@/lib/auth/examples";
import { lockApiKey, toApiKeyView } from "@/lib/auth/queries";
import { ApiKeyReference, ApiKeyView } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const revokeApiKey = operation({
  name: "auth.apiKey.revoke",
  summary: "Revoke an API key",
  description: "It stops working at its next request and cannot be brought back.",
  audience: ["staff"],
  input: ApiKeyReference,
  output: ApiKeyView,
  http: { method: "POST", path: "/api-keys/{apiKeyId}/revoke" },
  example: {
    input: { apiKeyId: exampleApiKey.id },
    output: { ...exampleApiKey, status: "REVOKED", revokedAt: "2026-04-02T09:00:00.000Z" },
  },
  refusals: ["auth.api_key_not_found", "auth.api_key_revoked"],
  async run(context, { apiKeyId }) {
    const { tenantId, now, audit, emit } = context;
    const before = await lockApiKey(context, apiKeyId);
    await context.execute(sql`
      update api_keys set revoked_at = ${now}, updated_at = ${now}, version = version + 1
      where tenant_id = ${tenantId}::uuid and id = ${apiKeyId}::uuid`);

    const after = { ...before, revokedAt: now };
    audit(before, after);
    emit(apiKeyRevoked({ apiKeyId }));
    return toApiKeyView(after, now);
  },
});
