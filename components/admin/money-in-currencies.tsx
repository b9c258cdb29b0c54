import { MoneyAmount } from "@/components/ui/money-amount";
import type { Money } from "@/lib/core/money/money";

interface MoneyInCurrenciesProps {
  amounts: readonly Money[];
  /** The company's own currency, which comes first and largest. */
  home: string;
}

/** One figure in several currencies, which nobody has added up. */
export function MoneyInCurrencies({ amounts, home }: MoneyInCurrenciesProps) {
  const [first, ...others] = [...amounts].sort(
    (a, b) => Number(b.currency === home) - Number(a.currency === home),
  );
  if (first === undefined) return null;
  return (
    <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <MoneyAmount amount={first} zero="full" />
      {others.map((amount) => (
        <MoneyAmount
          key={amount.currency}
          amount={amount}
          zero="full"
          className="font-medium text-base text-muted"
        />
      ))}
    </span>
  );
}
