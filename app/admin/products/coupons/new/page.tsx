import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { CouponForm } from "@/components/catalog/coupon-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createCoupon } from "@/lib/catalog/operations/create-coupon";
import { createCouponAction } from "../../actions";
import { couponChoices } from "../choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.coupon");
  return { title: t("new") };
}

export default guardedPage(createCoupon, async (page) => {
  const [t, choices] = await Promise.all([getTranslations("catalog.coupon"), couponChoices(page)]);
  const draft = {
    code: "",
    kind: "PERCENT" as const,
    percent: "10",
    amounts: {},
    planIds: [],
    maxUses: null,
    oncePerClient: false,
    validFrom: null,
    validUntil: null,
    isActive: true,
  };
  return (
    <PageLayout width="form">
      <PageHeader title={t("new")} description={t("newText")} />
      <CouponForm coupon={draft} {...choices} action={createCouponAction} />
    </PageLayout>
  );
});
