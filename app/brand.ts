import "server-only";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { Brand } from "@/components/shell/brand-mark";
import type { FooterLink } from "@/components/shell/site-footer";
import { brandOf } from "@/lib/tenants/brand";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

/** Name of the product itself, shown until a company exists. */
const productName = "Panel1";

/** The company whose host was asked for; undefined before set-up and on a host of nobody. Throws while that cannot be told. */
export const companyHere = cache(async () => {
  const tenantId = await tenantForHost((await headers()).get("host") ?? "");
  return tenantId === undefined ? undefined : { tenantId, ...(await brandOf(tenantId)) };
});

/** As `companyHere`, for what a page wears: without a database it wears nothing of the company's. */
export const currentBrand = () => companyHere().catch(() => undefined);

/** The company's sign, as frames show it. */
export async function currentSign(): Promise<Brand> {
  const brand = await currentBrand();
  const source = (fileId: string | null | undefined) => (fileId ? { src: `/brand/${fileId}` } : undefined);
  const [logo, darkLogo, icon] = [brand?.logoFileId, brand?.darkLogoFileId, brand?.iconFileId].map(source);
  return {
    name: brand?.name ?? productName,
    ...(logo && { logoSrc: logo.src }),
    ...(darkLogo && { darkLogoSrc: darkLogo.src }),
    ...(icon && { iconSrc: icon.src }),
  };
}

export async function currentBrandName(): Promise<string> {
  return (await currentBrand())?.name ?? productName;
}

const legalLinks = ["imprintUrl", "termsUrl", "privacyUrl", "supportUrl"] as const;

/** Where the company keeps its imprint, terms, data protection and help: as many of them as it has named. */
export async function currentLegalLinks(): Promise<FooterLink[]> {
  const [brand, t] = await Promise.all([currentBrand(), getTranslations("shell.legal")]);
  return legalLinks.flatMap((name) => {
    const href = brand?.[name];
    return href ? [{ href, label: t(name) }] : [];
  });
}
