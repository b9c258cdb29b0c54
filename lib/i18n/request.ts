import "server-only";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { signedIn } from "@/lib/auth/session-actor";
import { catalogues } from "@/lib/i18n/catalogues";
import { fallbackLocale, isLocale, type Locale, localeCookie, locales } from "@/lib/i18n/locales";
import { negotiate } from "@/lib/i18n/rules/negotiate";
import { brandOf } from "@/lib/tenants/brand";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

/** Language, messages and time zone of a request. The address holds no language: a link means the same to everybody. */
export default getRequestConfig(async () => {
  const brand = await brandOfRequest();
  const locale = (await chosenLocale()) ?? brand?.language ?? fallbackLocale;
  return {
    locale,
    messages: (await catalogues[locale]()).default as never,
    timeZone: brand?.timeZone ?? "UTC",
  };
});

/** The person's language; else the one chosen in this browser; else what the browser asks for. */
async function chosenLocale(): Promise<Locale | undefined> {
  const person = await signedIn().catch(() => undefined);
  if (isLocale(person?.language)) return person.language;

  const chosen = (await cookies()).get(localeCookie)?.value;
  if (isLocale(chosen)) return chosen;
  const header = (await headers()).get("accept-language");
  return negotiate(
    header,
    locales.map(({ locale }) => locale),
  );
}

/** Without a company, or without a database, pages still speak: an error page is a page too. */
async function brandOfRequest() {
  try {
    const tenantId = await tenantForHost((await headers()).get("host") ?? "");
    return tenantId === undefined ? undefined : await brandOf(tenantId);
  } catch {
    return undefined;
  }
}
