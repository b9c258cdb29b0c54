import { getTranslations } from "next-intl/server";
import { currentBrand } from "@/app/brand";
import { ButtonLink } from "@/components/ui/button-link";
import { Code } from "@/components/ui/code";
import { isInstallationEmpty } from "@/lib/onboarding/setup-state";

/** What the one-time link looks like. */
const setupPath = "/setup/…";

export default async function StorefrontPage() {
  const [t, brand] = await Promise.all([getTranslations("storefront"), currentBrand()]);
  const isPending = brand === undefined && (await isInstallationEmpty());

  return (
    <div className="mx-auto grid max-w-form gap-5 px-4 py-16 sm:px-6 sm:py-24">
      <h1 className="text-balance font-semibold text-2xl">{brand?.name ?? t("product")}</h1>
      {isPending ? (
        <>
          <p className="max-w-prose text-pretty text-md text-muted">{t("pending.text")}</p>
          <ol className="grid max-w-prose list-decimal gap-2 ps-5 text-md text-muted">
            <li>{t("pending.look")}</li>
            <li>
              {t("pending.open")} <Code>{setupPath}</Code>
            </li>
            <li>{t("pending.again")}</li>
          </ol>
        </>
      ) : (
        <>
          <p className="max-w-prose text-pretty text-md text-muted">{t("text")}</p>
          <p>
            <ButtonLink variant="primary" size="lg" href="/sign-in">
              {t("signIn")}
            </ButtonLink>
          </p>
        </>
      )}
    </div>
  );
}
