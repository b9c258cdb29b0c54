import { MoneyAmount } from "@/components/ui/money-amount";
import type { Money } from "@/lib/core/money/money";

/** Amounts of several currencies below one another; nothing as a quiet dash. */
export function Amounts({ amounts }: { amounts: readonly Money[] }) {
  if (amounts.length === 0) return <span className="text-subtle">{"–"}</span>;
  return (
    <span className="grid gap-0.5 justify-items-end">
      {amounts.map((amount) => (
        <MoneyAmount key={amount.currency} amount={amount} />
      ))}
    </span>
  );
}
