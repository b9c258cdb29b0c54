import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ProductForm } from "@/components/catalog/product-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createProduct } from "@/lib/catalog/operations/create-product";
import { listProducts } from "@/lib/catalog/operations/list-products";
import { knownModules } from "@/lib/catalog/rules/modules";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { createProductAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.product");
  return { title: t("new") };
}

export default guardedPage(createProduct, async ({ read }) => {
  const [t, { language }, { groups }] = await Promise.all([
    getTranslations("catalog.product"),
    read(getTenant, {}),
    read(listProducts, {}),
  ]);
  const draft = {
    groupId: groups[0]?.id ?? "",
    slug: "",
    kind: "HOSTING" as const,
    name: {},
    tagline: {},
    description: {},
    taxClass: "standard",
    module: null,
    moduleSettings: {},
    asksHostName: false,
  };
  return (
    <PageLayout width="form">
      <PageHeader title={t("new")} description={t("newText")} />
      <ProductForm
        product={draft}
        groups={groups}
        modules={knownModules}
        language={language}
        action={createProductAction}
      />
    </PageLayout>
  );
});
