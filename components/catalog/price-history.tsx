import { useTranslations } from "next-intl";
import { cycleName } from "@/components/store/cycle-text";
import { DateTime } from "@/components/ui/date-time";
import { MoneyAmount } from "@/components/ui/money-amount";
import type { Money } from "@/lib/core/money/money";

type Past = {
  id: string;
  cycle: string;
  amount: Money;
  setup: Money;
  validFrom: Date;
  validUntil: Date | null;
};

/** Prices that count no more, the newest first: subscriptions may still run at them. */
export function PriceHistory({ prices }: { prices: readonly Past[] }) {
  const t = useTranslations("catalog.prices");
  const store = useTranslations("store");
  if (prices.length === 0) return null;
  return (
    <details className="mt-4 border-t pt-3">
      <summary className="cursor-pointer font-medium text-muted text-sm">
        {t("earlier", { count: prices.length })}
      </summary>
      <ul className="mt-2 divide-y text-base">
        {prices.map(({ id, cycle, amount, setup, validFrom, validUntil }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-2">
            <span>
              <MoneyAmount amount={amount} zero="full" />{" "}
              <span className="text-muted">{cycleName(store, cycle)}</span>
              {setup.minor > 0n && (
                <span className="text-muted">
                  {" "}
                  · {t("setup")} <MoneyAmount amount={setup} />
                </span>
              )}
            </span>
            <span className="text-subtle">
              <DateTime value={validFrom} /> – {validUntil && <DateTime value={validUntil} />}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
