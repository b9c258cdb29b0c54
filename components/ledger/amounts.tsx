import { MoneyAmount } from "@/components/ui/money-amount";
import type { Money } from "@/lib/core/money/money";

/** Amounts of several currencies below one another, by their codes; zeros are left out, and nothing is a quiet dash. */
export function Amounts({ amounts: given }: { amounts: readonly Money[] }) {
  const amounts = given
    .filter(({ minor }) => minor !== 0n)
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  if (amounts.length === 0) return <span className="text-subtle">{"–"}</span>;
  return (
    <span className="grid gap-0.5 justify-items-end">
      {amounts.map((amount) => (
        <MoneyAmount key={amount.currency} amount={amount} />
      ))}
    </span>
  );
}
