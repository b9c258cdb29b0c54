import "server-only";
import { createHash } from "node:crypto";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import { readSetting } from "@/lib/core/settings/read";
import { TermsNotAccepted } from "@/lib/orders/errors";
import { terms } from "@/lib/orders/settings";

export type Terms = {
  /** Kept here; null where the company keeps them on a page of its own. */
  readonly text: string | null;
  readonly url: string | null;
  /** SHA-256 of the text, else of the address: what an order keeps of them. */
  readonly fingerprint: string;
};

/** What a buyer agrees to; null while the company has no terms. */
export async function currentTerms(context: QueryContext): Promise<Terms | null> {
  const text = await readSetting(context, terms);
  if (text !== "") return { text, url: null, fingerprint: sha256(text) };

  const [tenant] = await context.query<{ url: string | null }>(
    sql`select terms_url as url from tenants where id = ${context.tenantId}::uuid`,
  );
  return tenant?.url ? { text: null, url: tenant.url, fingerprint: sha256(tenant.url) } : null;
}

/** Returns the hash to keep. Throws TermsNotAccepted where others than those of now were agreed to, or none. */
export async function agreedTerms(context: QueryContext, given: string | null): Promise<string | null> {
  const now = await currentTerms(context);
  if (now === null) return null;
  if (now.fingerprint !== given) throw new TermsNotAccepted();
  return now.fingerprint;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
