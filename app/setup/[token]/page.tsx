import { Link2Off } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { chooseLanguageAction } from "@/app/session-actions";
import { Preferences } from "@/components/account/preferences";
import { MessagesFor } from "@/components/i18n/messages-for";
import { SetUpForm } from "@/components/onboarding/set-up-form";
import { AuthFrame } from "@/components/shell/auth-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { clientAddress } from "@/lib/core/http/client-address";
import { takeFromQuota } from "@/lib/core/http/rate-limits";
import { offeredCurrencies } from "@/lib/core/money/currencies";
import { offeredTimeZones } from "@/lib/core/time/zone";
import { countryChoices, currencyChoices } from "@/lib/i18n/countries";
import { locales } from "@/lib/i18n/locales";
import { openSetupLink } from "@/lib/onboarding/setup-state";
import { setUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("setUp");
  // The address is a secret until it is used: it must not travel to other sites.
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, locale, link] = await Promise.all([getTranslations("setUp"), getLocale(), lookedUp(token)]);
  const footer = <Preferences onChooseLanguage={chooseLanguageAction} />;
  const brand = { name: t("product") };

  if (link === undefined) {
    return (
      <AuthFrame brand={brand} title={t("closed.title")} footer={footer}>
        <EmptyState
          icon={<Link2Off />}
          title={t("closed.why")}
          action={<ButtonLink href="/sign-in">{t("closed.action")}</ButtonLink>}
          className="px-0 py-4"
        >
          {t("closed.text")}
        </EmptyState>
      </AuthFrame>
    );
  }

  return (
    <AuthFrame
      brand={brand}
      title={t(link.kind === "PLATFORM" ? "platform.title" : "title")}
      description={t(
        link.kind === "PLATFORM" ? "platform.description" : link.host ? "further" : "description",
        { host: link.host ?? "" },
      )}
      footer={footer}
      size="wide"
    >
      <MessagesFor parts={["setUp", "accounts"]}>
        <SetUpForm
          action={setUpAction}
          token={token}
          kind={link.kind}
          language={locale}
          countries={countryChoices(locale)}
          currencies={currencyChoices(locale, offeredCurrencies)}
          languages={locales.map(({ locale: value, name: label }) => ({ value, label }))}
          timeZones={offeredTimeZones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
      </MessagesFor>
    </AuthFrame>
  );
}

/** Looks are limited like attempts to sign in (S-24). */
async function lookedUp(token: string): ReturnType<typeof openSetupLink> {
  const { isExceeded } = await takeFromQuota("sign-in", clientAddress(await headers()) ?? "unknown");
  return isExceeded ? undefined : openSetupLink(token);
}
