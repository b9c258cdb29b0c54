import "server-only";
import { providerChanged } from "@/lib/auth/events";
import { exampleProvider } from "@/lib/auth/providers/examples";
import {
  lockProvider,
  type ProviderRow,
  providerColumns,
  providerSecretPurpose,
} from "@/lib/auth/providers/rows";
import { keptIssuer } from "@/lib/auth/providers/rules";
import { ProviderView, UpdateProviderInput } from "@/lib/auth/providers/schema";
import { writeSecret } from "@/lib/core/crypto/secrets";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import { operation } from "@/lib/core/operation/operation";

const { id: providerId, kind, createdAt, updatedAt, ...input } = exampleProvider;

export const updateProvider = operation({
  name: "auth.provider.update",
  summary: "Change a sign-in provider",
  description: "Disabled, it signs nobody in from the next request on. Its kind stays.",
  audience: ["staff"],
  input: UpdateProviderInput,
  output: ProviderView,
  http: { method: "PUT", path: "/sign-in-providers/{providerId}" },
  example: { input: { ...input, providerId }, output: exampleProvider },
  refusals: ["auth.provider_not_found", "core.stale_version"],
  needsFreshSignIn: true,
  async run(context, { providerId: wanted, version: known, oauthSecret, ...given }) {
    const { tenantId, now } = context;
    const before = await lockProvider(context, wanted);
    if (before.version !== known) throw new StaleVersion();

    const issuer = keptIssuer({ kind: before.kind, issuer: given.issuer });
    if (oauthSecret !== null) {
      const secret = { purpose: providerSecretPurpose, plaintext: oauthSecret, id: before.secretId };
      await writeSecret(context, secret);
    }
    const [after] = await context.query<ProviderRow>(sql`
      update identity_providers set name = ${given.name}, issuer = ${issuer}, oauth_client_id = ${given.oauthClient},
        is_enabled = ${given.isEnabled}, for_staff = ${given.forStaff}, for_clients = ${given.forClients},
        version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${wanted}::uuid and version = ${known}
      returning ${providerColumns}`);
    if (after === undefined) throw new StaleVersion();

    context.audit(before, { ...after, isSecretReplaced: oauthSecret !== null });
    context.emit(providerChanged({ providerId: wanted }));
    return after;
  },
});
