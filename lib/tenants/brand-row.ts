import "server-only";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import { TenantNotFound } from "@/lib/tenants/errors";

export type BrandRow = {
  id: string;
  accent: string | null;
  supportUrl: string | null;
  termsUrl: string | null;
  privacyUrl: string | null;
  imprintUrl: string | null;
  logoFileId: string | null;
  darkLogoFileId: string | null;
  iconFileId: string | null;
  version: number;
};

export const brandColumns = sql`id, accent, support_url as "supportUrl", terms_url as "termsUrl", privacy_url as "privacyUrl",
  imprint_url as "imprintUrl", logo_file_id as "logoFileId", dark_logo_file_id as "darkLogoFileId", icon_file_id as "iconFileId",
  version`;

/** Throws TenantNotFound. */
export async function findBrand({ query, tenantId }: QueryContext): Promise<BrandRow> {
  const [row] = await query<BrandRow>(sql`select ${brandColumns} from tenants where id = ${tenantId}::uuid`);
  if (row === undefined) throw new TenantNotFound();
  return row;
}

/** Locks it for a change by someone who has seen `version`. Throws TenantNotFound, StaleVersion. */
export async function lockBrand({ query, tenantId }: CommandContext, version: number): Promise<BrandRow> {
  const [row] = await query<BrandRow>(sql`
    select ${brandColumns} from tenants where id = ${tenantId}::uuid for no key update`);
  if (row === undefined) throw new TenantNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}
