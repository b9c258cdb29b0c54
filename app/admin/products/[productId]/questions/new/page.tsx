import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { QuestionForm } from "@/components/catalog/question-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createProductField } from "@/lib/catalog/operations/create-product-field";
import { getProduct } from "@/lib/catalog/operations/get-product";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { createProductFieldAction } from "../../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.question");
  return { title: t("new") };
}

export default guardedPage(createProductField, async ({ params, read }) => {
  const [t, { language }, product] = await Promise.all([
    getTranslations("catalog.question"),
    read(getTenant, {}),
    read(getProduct, { productId: params.productId ?? "" }),
  ]);
  const draft = {
    productId: product.id,
    key: "",
    kind: "text" as const,
    label: {},
    help: {},
    choices: [],
    isRequired: false,
  };
  return (
    <PageLayout width="form">
      <PageHeader title={t("new")} />
      <QuestionForm question={draft} language={language} action={createProductFieldAction} />
    </PageLayout>
  );
});
