import { useTranslations } from "next-intl";
import { MoneyAmount } from "@/components/ui/money-amount";
import type { CycleCode } from "@/lib/catalog/rules/cycle";
import { perMonth, savingPercent } from "@/lib/catalog/rules/totals";
import type { Money } from "@/lib/core/money/money";
import { cyclePer } from "./cycle-text";

type Price = { readonly cycle: CycleCode; readonly amount: Money; readonly setup: Money };

/** What a plan costs: by month where a cycle has months, and then plainly what is billed, how often, and what it begins with. */
export function PlanPrice({ price, prices }: { price: Price; prices: readonly Price[] }) {
  const t = useTranslations("store");
  const monthly = perMonth(price.amount, price.cycle);
  const isMonthly = price.cycle === "1m" || monthly === undefined;
  const saving = savingPercent(prices, price.cycle);

  return (
    <div className="grid content-start gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <MoneyAmount
          amount={isMonthly ? price.amount : monthly}
          zero="full"
          className="font-semibold text-2xl tracking-tight"
        />
        <span className="text-base text-muted">{cyclePer(t, isMonthly ? price.cycle : "1m")}</span>
      </p>
      <p className="text-base text-muted">
        {!isMonthly && (
          <>
            {t.rich("billed", {
              amount: () => <MoneyAmount amount={price.amount} zero="full" />,
              cycle: cyclePer(t, price.cycle),
            })}
            {saving > 0 && <span className="text-positive"> · {t("saving", { percent: saving })}</span>}
          </>
        )}
        {price.setup.minor > 0n && (
          <span className="block">
            {t.rich("setup", { amount: () => <MoneyAmount amount={price.setup} zero="full" /> })}
          </span>
        )}
      </p>
    </div>
  );
}
