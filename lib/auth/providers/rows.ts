import "server-only";
import { ProviderNotFound } from "@/lib/auth/errors";
import type { providerKinds } from "@/lib/auth/providers/schema";
import { readSecret } from "@/lib/core/crypto/secrets";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

export type ProviderKind = (typeof providerKinds)[number];

export type ProviderRow = {
  id: string;
  kind: ProviderKind;
  name: string;
  issuer: string | null;
  oauthClient: string;
  secretId: string;
  isEnabled: boolean;
  forStaff: boolean;
  forClients: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const providerColumns = sql`id, kind, name, issuer, oauth_client_id as "oauthClient", secret_id as "secretId",
  is_enabled as "isEnabled", for_staff as "forStaff", for_clients as "forClients", version,
  created_at as "createdAt", updated_at as "updatedAt"`;

type Reader = Pick<QueryContext, "query" | "tenantId">;

export const providerSecretPurpose = "identity_provider";

/** Throws ProviderNotFound. */
export async function findProvider({ query, tenantId }: Reader, providerId: string): Promise<ProviderRow> {
  const [row] = await query<ProviderRow>(sql`
    select ${providerColumns} from identity_providers
    where tenant_id = ${tenantId}::uuid and id = ${providerId}::uuid`);
  if (row === undefined) throw new ProviderNotFound();
  return row;
}

/** One that people can use now. Throws ProviderNotFound for disabled ones too. */
export async function findEnabledProvider(context: Reader, providerId: string): Promise<ProviderRow> {
  const row = await findProvider(context, providerId);
  if (!row.isEnabled) throw new ProviderNotFound();
  return row;
}

/** Throws ProviderNotFound. */
export async function lockProvider(
  { query, tenantId }: CommandContext,
  providerId: string,
): Promise<ProviderRow> {
  const [row] = await query<ProviderRow>(sql`
    select ${providerColumns} from identity_providers
    where tenant_id = ${tenantId}::uuid and id = ${providerId}::uuid for no key update`);
  if (row === undefined) throw new ProviderNotFound();
  return row;
}

/** All that is needed to speak with a provider, its secret in plain text. For the code that speaks, never for an answer. */
export type ProviderToCall = {
  readonly id: string;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly issuer: string;
  readonly oauthClient: string;
  readonly oauthSecret: string;
};

/** Throws ProviderNotFound when it is not there, disabled, or its secret is gone. */
export async function providerToCall(context: Reader, providerId: string): Promise<ProviderToCall> {
  const { id, kind, name, issuer, oauthClient, secretId } = await findEnabledProvider(context, providerId);
  const oauthSecret = await readSecret(context, { id: secretId, purpose: providerSecretPurpose });
  if (oauthSecret === undefined) throw new ProviderNotFound();
  return { id, kind, name, issuer: issuerOf(kind, issuer), oauthClient, oauthSecret };
}

export function issuerOf(kind: ProviderKind, issuer: string | null): string {
  if (kind === "google") return "https://accounts.google.com";
  if (kind === "github") return "https://github.com";
  return issuer ?? "";
}
