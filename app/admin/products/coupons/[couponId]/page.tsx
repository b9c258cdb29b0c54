import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { CouponForm } from "@/components/catalog/coupon-form";
import { couponTones } from "@/components/catalog/coupon-tones";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { getCoupon } from "@/lib/catalog/operations/get-coupon";
import { updateCoupon } from "@/lib/catalog/operations/update-coupon";
import { couponState } from "@/lib/catalog/rules/coupon";
import { isCurrencyCode } from "@/lib/core/money/currencies";
import { toDecimal } from "@/lib/core/money/format";
import { money } from "@/lib/core/money/money";
import { updateCouponAction } from "../../actions";
import { couponChoices } from "../choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.coupon");
  return { title: t("one") };
}

export default guardedPage(updateCoupon, async (page) => {
  const [t, coupon] = await Promise.all([
    getTranslations("catalog.coupon"),
    page.read(getCoupon, { couponId: page.params.couponId ?? "" }),
  ]);
  const choices = await couponChoices(page, coupon.planIds);
  const state = couponState(coupon, new Date());
  const own = Object.keys(coupon.amounts).filter(isCurrencyCode);
  const edited = {
    ...coupon,
    amounts: Object.fromEntries(
      own.map((code) => [code, toDecimal(money(BigInt(coupon.amounts[code] ?? 0), code))]),
    ),
    validFrom: coupon.validFrom?.toISOString() ?? null,
    validUntil: coupon.validUntil?.toISOString() ?? null,
  };
  return (
    <PageLayout width="form">
      <PageHeader
        title={<bdi className="font-mono">{coupon.code}</bdi>}
        badge={<StatusBadge status={state} tones={couponTones} label={t(`state.${state}`)} />}
        facts={[<span key="uses">{t("used", { count: coupon.uses })}</span>]}
      />
      <CouponForm
        key={coupon.version}
        coupon={edited}
        currencies={[...new Set([...choices.currencies, ...own])]}
        plans={choices.plans}
        action={updateCouponAction}
      />
    </PageLayout>
  );
});
