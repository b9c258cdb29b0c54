import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { PlanForm } from "@/components/catalog/plan-form";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { createPlan } from "@/lib/catalog/operations/create-plan";
import { getProduct } from "@/lib/catalog/operations/get-product";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { createPlanAction } from "../../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.plan");
  return { title: t("new") };
}

export default guardedPage(createPlan, async ({ params, read }) => {
  const [t, { language }, product] = await Promise.all([
    getTranslations("catalog.plan"),
    read(getTenant, {}),
    read(getProduct, { productId: params.productId ?? "" }),
  ]);
  const draft = {
    productId: product.id,
    slug: "",
    status: "ACTIVE" as const,
    name: {},
    tagline: {},
    features: [],
    moduleSettings: {},
    stock: null,
    perClientLimit: null,
    maxQuantity: 1,
    isHighlighted: false,
  };
  return (
    <PageLayout width="list">
      <PageHeader title={t("new")} description={t("newText")} />
      <Card>
        <CardHeader title={t("details")} />
        <CardBody>
          <PlanForm plan={draft} language={language} prices={[]} action={createPlanAction} />
        </CardBody>
      </Card>
    </PageLayout>
  );
});
