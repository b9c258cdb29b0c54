import "server-only";
import { config } from "@/lib/core/config/load";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import type { MailBrand } from "@/lib/mail/document/content";
import { layoutTexts, type MailLanguage } from "@/lib/mail/texts";

type Company = {
  name: string;
  legalName: string | null;
  country: string;
  taxNumber: string | null;
  timeZone: string;
  host: string | null;
  accent: string | null;
  logoFileId: string | null;
};

/** The company behind a mail: how it looks, what its clock says, and where its site is. */
export type Sender = { readonly brand: MailBrand; readonly timeZone: string; readonly origin: string };

const usualAccent = "#3f51d0";

/** Reads the actor's own company, for any actor: visitors and clients cause mails too. */
export async function senderOf({ query, tenantId }: QueryContext, language: MailLanguage): Promise<Sender> {
  const [company] = await query<Company>(sql`
    select name, legal_name as "legalName", country, tax_number as "taxNumber", time_zone as "timeZone", canonical_host() as host,
      accent, logo_file_id as "logoFileId"
    from tenants where id = ${tenantId}::uuid`);
  if (company === undefined) throw new Error("A mail needs a company.");

  return {
    brand: {
      name: company.name,
      legalLine: legalLine(company, language),
      accent: company.accent ?? usualAccent,
      logoUrl: company.logoFileId && `${originOf(company.host)}/brand/${company.logoFileId}`,
    },
    timeZone: company.timeZone,
    origin: originOf(company.host),
  };
}

/** Site of the company: its own host with the installation's protocol and port, or the installation's address (S-48). */
export function originOf(host: string | null): string {
  const url = new URL(config().APP_URL);
  if (host !== null) url.hostname = host;
  return url.origin;
}

function legalLine({ name, legalName, country, taxNumber }: Company, language: MailLanguage): string {
  const place = new Intl.DisplayNames([language], { type: "region" }).of(country) ?? country;
  const parts = [legalName ?? name, place];
  if (taxNumber !== null) parts.push(layoutTexts(language).taxNumber(taxNumber));
  return parts.join(" · ");
}
