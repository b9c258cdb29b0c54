import type { Money } from "@/lib/core/money/money";

type Line = { readonly side: "DEBIT" | "CREDIT"; readonly amount: Money };

/** What an entry moves, per currency: the sum of its debits, which equals that of its credits. */
export function entryTotals(lines: readonly Line[]): Money[] {
  const totals = new Map<Money["currency"], bigint>();
  for (const { side, amount } of lines) {
    if (side === "DEBIT") totals.set(amount.currency, (totals.get(amount.currency) ?? 0n) + amount.minor);
  }
  return [...totals].map(([currency, minor]) => ({ currency, minor }));
}
