import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { CatalogStatus } from "@/components/catalog/catalog-status";
import { DuplicateDialog } from "@/components/catalog/duplicate-dialog";
import { StatusButtons } from "@/components/catalog/status-buttons";
import { PageLayout } from "@/components/shell/page-layout";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { duplicateProduct } from "@/lib/catalog/operations/duplicate-product";
import { getProduct } from "@/lib/catalog/operations/get-product";
import { updateProduct } from "@/lib/catalog/operations/update-product";
import { inLanguage } from "@/lib/core/text/in-language";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { duplicateProductAction, updateProductAction } from "../actions";
import { tabs } from "./tabs";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.product");
  return { title: t("one") };
}

export default guardedPage(getProduct, async (page) => {
  const { params, search, read, may } = page;
  const [t, locale, company, product] = await Promise.all([
    getTranslations("catalog"),
    getLocale(),
    read(getTenant, {}),
    read(getProduct, { productId: params.productId ?? "" }),
  ]);
  const name = inLanguage(product.name, locale, company.language);
  const path = `/admin/products/${product.id}`;
  const tab = tabs.find((one) => one.name === search.tab) ?? tabs[0];

  const storePath = `/store/${product.slug}`;
  return (
    <PageLayout width="list">
      <PageHeader
        title={<bdi>{name}</bdi>}
        badge={<CatalogStatus status={product.status} />}
        facts={[
          <span key="kind">{t(`kinds.${product.kind}`)}</span>,
          product.status === "ACTIVE" || product.status === "HIDDEN" ? (
            <TextLink key="link" href={`/store/${product.slug}`}>
              <bdi>{storePath}</bdi>
            </TextLink>
          ) : (
            <bdi key="slug">{storePath}</bdi>
          ),
        ]}
        actions={
          <>
            {may(updateProduct) && (
              <StatusButtons
                key={product.version}
                record={{ productId: product.id, version: product.version }}
                name={name}
                status={product.status}
                action={updateProductAction}
              />
            )}
            {may(duplicateProduct) && <DuplicateDialog product={product} action={duplicateProductAction} />}
          </>
        }
      />
      <NavTabs
        label={t("productTabs.label")}
        current={tab === tabs[0] ? path : `${path}?tab=${tab?.name}`}
        tabs={tabs.map(({ name: one, count }, index) => ({
          href: index === 0 ? path : `${path}?tab=${one}`,
          label: t(`productTabs.${one}`),
          ...(count && { count: count(product) }),
        }))}
      />
      {await tab?.render(page, product, company)}
    </PageLayout>
  );
});
