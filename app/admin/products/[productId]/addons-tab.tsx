import "server-only";
import { PackagePlus } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { Page } from "@/app/guarded-page";
import { OfferedAddons } from "@/components/catalog/offered-addons";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { WholeProduct } from "@/lib/catalog/operations/get-product";
import { listAddons } from "@/lib/catalog/operations/list-addons";
import { offerAddons } from "@/lib/catalog/operations/offer-addons";
import { inLanguage } from "@/lib/core/text/in-language";
import { offerAddonsAction } from "../actions";

/** Which add-ons are sold with a product. */
export async function addonsTab(
  { read, may }: Page,
  product: WholeProduct,
  { language }: { language: string },
) {
  const [t, locale, { items }] = await Promise.all([
    getTranslations("catalog"),
    getLocale(),
    may(listAddons) ? read(listAddons, {}) : { items: [] },
  ]);
  const offered = items.filter(({ id, status }) => status === "ACTIVE" || product.addonIds.includes(id));
  const all = <ButtonLink href="/admin/products/add-ons">{t("addon.all")}</ButtonLink>;
  if (offered.length === 0 || !may(offerAddons)) {
    return (
      <Card>
        <EmptyState title={t("addon.none")} icon={<PackagePlus />} action={all}>
          {t("addon.noneText")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card className="max-w-form">
      <CardHeader title={t("addon.offered")} description={t("addon.offeredText")} actions={all} />
      <CardBody>
        <OfferedAddons
          productId={product.id}
          addons={offered.map(({ id, name }) => ({
            id,
            name: inLanguage(name, locale, language),
            isOffered: product.addonIds.includes(id),
          }))}
          action={offerAddonsAction}
        />
      </CardBody>
    </Card>
  );
}
