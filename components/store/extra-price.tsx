import { useTranslations } from "next-intl";
import { MoneyAmount } from "@/components/ui/money-amount";
import type { OfferPrice } from "@/lib/catalog/rules/offer";
import { cyclePer } from "./cycle-text";

/** What something costs on top: the amount, how often, and for each of what. */
export function ExtraPrice({ price, each }: { price: OfferPrice; each?: string | undefined }) {
  const t = useTranslations("store");
  return (
    <span className="text-base text-muted">
      {t.rich(each === undefined ? "extra" : "extraEach", {
        amount: () => <MoneyAmount amount={price.amount} zero="full" />,
        cycle: cyclePer(t, price.cycle),
        unit: each ?? "",
      })}
      {price.setup.minor > 0n && (
        <span className="block text-sm text-subtle">
          {t.rich("setup", { amount: () => <MoneyAmount amount={price.setup} zero="full" /> })}
        </span>
      )}
    </span>
  );
}
