import { useLocale } from "next-intl";
import { isCurrencyCode } from "@/lib/core/money/currencies";
import { formatMoney } from "@/lib/core/money/format";
import { cn } from "@/lib/ui/cn";

interface MoneyAmountProps {
  /** As a view carries it: minor units (text where they crossed JSON) and the currency of the document. */
  amount: { minor: bigint | string | number; currency: string };
  /** `full` writes a zero out, where the amount is the point of the sentence: a total, a balance. */
  zero?: "quiet" | "full";
  className?: string;
}

/** An amount in the person's locale: figures of one width, a true minus, nothing as a quiet 0. */
export function MoneyAmount({ amount, zero = "quiet", className }: MoneyAmountProps) {
  const locale = useLocale();
  const minor = BigInt(amount.minor);
  if (!isCurrencyCode(amount.currency)) throw new RangeError(`${amount.currency} is not a currency`);

  const isQuiet = minor === 0n && zero === "quiet";
  return (
    <bdi
      // Server and browser may have language data of different years, and write an Arabic pound differently: the first text stays.
      suppressHydrationWarning
      data-slot="money-amount"
      className={cn("tabular whitespace-nowrap", isQuiet && "text-subtle", className)}
    >
      {isQuiet
        ? new Intl.NumberFormat(locale).format(0)
        : formatMoney({ minor, currency: amount.currency }, locale)}
    </bdi>
  );
}
