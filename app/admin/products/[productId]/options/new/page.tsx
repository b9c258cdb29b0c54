import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { OptionForm } from "@/components/catalog/option-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createOption } from "@/lib/catalog/operations/create-option";
import { getProduct } from "@/lib/catalog/operations/get-product";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { createOptionAction } from "../../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.option");
  return { title: t("new") };
}

export default guardedPage(createOption, async ({ params, read }) => {
  const [t, { language }, product] = await Promise.all([
    getTranslations("catalog.option"),
    read(getTenant, {}),
    read(getProduct, { productId: params.productId ?? "" }),
  ]);
  const draft = {
    productId: product.id,
    key: "",
    kind: "CHOICE" as const,
    name: {},
    help: {},
    unit: {},
    minimum: 0,
    maximum: 10,
    step: 1,
    choices: [],
  };
  return (
    <PageLayout width="form">
      <PageHeader title={t("new")} description={t("newText")} />
      <OptionForm option={draft} language={language} action={createOptionAction} />
    </PageLayout>
  );
});
