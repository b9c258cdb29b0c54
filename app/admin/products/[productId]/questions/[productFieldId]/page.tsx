import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { CatalogStatus } from "@/components/catalog/catalog-status";
import { QuestionForm } from "@/components/catalog/question-form";
import { StatusButtons } from "@/components/catalog/status-buttons";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { getProduct } from "@/lib/catalog/operations/get-product";
import { updateProductField } from "@/lib/catalog/operations/update-product-field";
import { inLanguage } from "@/lib/core/text/in-language";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { updateProductFieldAction } from "../../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.question");
  return { title: t("one") };
}

export default guardedPage(updateProductField, async ({ params, read }) => {
  const [locale, { language }, product] = await Promise.all([
    getLocale(),
    read(getTenant, {}),
    read(getProduct, { productId: params.productId ?? "" }),
  ]);
  const question = product.fields.find(({ id }) => id === params.productFieldId);
  if (question === undefined) notFound();

  const name = inLanguage(question.label, locale, language) || question.key;
  return (
    <PageLayout width="form">
      <PageHeader
        title={<bdi>{name}</bdi>}
        badge={<CatalogStatus status={question.status} />}
        facts={[
          <TextLink key="product" href={`/admin/products/${product.id}?tab=questions`}>
            <bdi>{inLanguage(product.name, locale, language)}</bdi>
          </TextLink>,
          <bdi key="key">{question.key}</bdi>,
        ]}
        actions={
          <StatusButtons
            key={question.version}
            record={{ productFieldId: question.id, version: question.version }}
            name={name}
            status={question.status}
            canHide={false}
            action={updateProductFieldAction}
          />
        }
      />
      <QuestionForm
        key={question.version}
        question={question}
        language={language}
        action={updateProductFieldAction}
      />
    </PageLayout>
  );
});
