import { ShoppingCart } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentLegalLinks, currentSign } from "@/app/brand";
import { chooseLanguageAction } from "@/app/session-actions";
import { Preferences } from "@/components/account/preferences";
import { SiteFooter } from "@/components/shell/site-footer";
import { StorefrontFrame } from "@/components/shell/storefront-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { signedIn } from "@/lib/auth/session-actor";

export default async function StorefrontLayout({ children }: { children: ReactNode }) {
  const [t, brand, legal, person] = await Promise.all([
    getTranslations("shell"),
    currentSign(),
    currentLegalLinks(),
    signedIn(),
  ]);
  const home = person?.actor.audience === "staff" ? "/admin" : "/portal";
  return (
    <StorefrontFrame
      brand={brand}
      homeHref="/"
      areas={[]}
      labels={{ navigation: t("navigation"), menu: t("menu") }}
      skipLabel={t("skip")}
      actions={
        <>
          <Preferences onChooseLanguage={chooseLanguageAction} />
          <ButtonLink href="/cart" variant="ghost" aria-label={t("cart")}>
            <ShoppingCart aria-hidden="true" />
            <span className="max-sm:hidden">{t("cart")}</span>
          </ButtonLink>
          <ButtonLink href={person?.actor.id ? home : "/sign-in"}>
            {person?.actor.id ? t("toAccount") : t("signIn")}
          </ButtonLink>
        </>
      }
      footer={
        <SiteFooter label={t("footer")} legal={legal}>
          {brand.name}
        </SiteFooter>
      }
    >
      {children}
    </StorefrontFrame>
  );
}
