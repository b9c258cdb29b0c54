import "server-only";
import { providerCreated } from "@/lib/auth/events";
import { exampleProvider } from "@/lib/auth/providers/examples";
import { type ProviderRow, providerColumns, providerSecretPurpose } from "@/lib/auth/providers/rows";
import { keptIssuer } from "@/lib/auth/providers/rules";
import { CreateProviderInput, ProviderView } from "@/lib/auth/providers/schema";
import { writeSecret } from "@/lib/core/crypto/secrets";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

const { id, version, createdAt, updatedAt, ...input } = exampleProvider;

export const createProvider = operation({
  name: "auth.provider.create",
  summary: "Add a sign-in provider",
  audience: ["staff"],
  input: CreateProviderInput,
  output: ProviderView,
  http: { method: "POST", path: "/sign-in-providers", status: 201 },
  example: { input: { ...input, oauthSecret: "from the provider" }, output: exampleProvider },
  needsFreshSignIn: true,
  async run(context, { oauthSecret, ...given }) {
    const { tenantId, now } = context;
    const issuer = keptIssuer(given);
    const secretId = await writeSecret(context, { purpose: providerSecretPurpose, plaintext: oauthSecret });
    const [row] = await context.query<ProviderRow>(sql`
      insert into identity_providers (id, tenant_id, kind, name, issuer, oauth_client_id, secret_id, scopes, is_enabled, for_staff,
        for_clients, created_at, updated_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${given.kind}, ${given.name}, ${issuer}, ${given.oauthClient},
        ${secretId}::uuid, '{}', ${given.isEnabled}, ${given.forStaff}, ${given.forClients}, ${now}, ${now})
      returning ${providerColumns}`);
    if (row === undefined) throw new Error("The provider was not written.");

    context.audit(null, row);
    context.emit(providerCreated({ providerId: row.id }));
    return row;
  },
});
