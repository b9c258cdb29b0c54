import { useTranslations } from "next-intl";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { MoneyAmount } from "@/components/ui/money-amount";
import type { Sums as Reckoned } from "./types";

/** What is due with an order, down to the total. */
export function Sums({ sums, couponCode }: { sums: Reckoned; couponCode?: string | null }) {
  const t = useTranslations("orders.sums");
  return (
    <div className="grid gap-3">
      <KeyValueList layout="summary">
        <KeyValue label={t("subtotal")}>
          <MoneyAmount amount={sums.subtotal} />
        </KeyValue>
        {sums.discount.minor !== 0 && (
          <KeyValue label={couponCode ? t("discountBy", { code: couponCode }) : t("discount")}>
            <MoneyAmount amount={{ ...sums.discount, minor: -sums.discount.minor }} />
          </KeyValue>
        )}
        {sums.taxes.map((tax) => (
          <KeyValue
            key={`${tax.name} ${tax.rate} ${tax.category}`}
            label={
              tax.category === "AE"
                ? t("reverseCharge")
                : t(sums.isInclusive ? "taxWithin" : "tax", { name: tax.name, rate: tax.rate })
            }
          >
            <MoneyAmount amount={tax.tax} />
          </KeyValue>
        ))}
      </KeyValueList>
      <div className="flex items-baseline justify-between gap-4 border-t pt-3">
        <span className="font-semibold">{t("total")}</span>
        <MoneyAmount amount={sums.total} zero="full" className="font-semibold text-xl" />
      </div>
    </div>
  );
}
