import type { CurrencyCode } from "@/lib/core/money/currencies";
import { type Money, negate } from "@/lib/core/money/money";
import { Unbalanced } from "@/lib/ledger/errors";
import type { Side } from "@/lib/ledger/rules/account-type";

/** One line of an entry. The amount is signed as the ledger keeps it: debit positive, credit negative, never zero. */
export type EntryLine = {
  readonly accountCode: string;
  /** Whose receivable, credit or income this is. */
  readonly clientId?: string | undefined;
  readonly amount: Money;
};

/** A line on the debit side. The amount is positive: RangeError otherwise. */
export function debit(accountCode: string, amount: Money, clientId?: string): EntryLine {
  return { accountCode, clientId, amount: positive(amount) };
}

/** A line on the credit side. The amount is positive: RangeError otherwise. */
export function credit(accountCode: string, amount: Money, clientId?: string): EntryLine {
  return { accountCode, clientId, amount: negate(positive(amount)) };
}

/** Side and positive amount of a signed one, as people read a journal. */
export function sideOf(amount: Money): { side: Side; amount: Money } {
  return amount.minor < 0n ? { side: "CREDIT", amount: negate(amount) } : { side: "DEBIT", amount };
}

/**
 * Asserts that debits equal credits in each currency. Throws Unbalanced where they differ; fewer than two lines or a line of
 * zero is a defect of the caller (RangeError).
 */
export function assertBalanced(lines: readonly Pick<EntryLine, "amount">[]): void {
  if (lines.length < 2) throw new RangeError("an entry has two lines or more");

  const totals = new Map<CurrencyCode, bigint>();
  for (const { amount } of lines) {
    if (amount.minor === 0n) throw new RangeError("a line of an entry is never zero");
    totals.set(amount.currency, (totals.get(amount.currency) ?? 0n) + amount.minor);
  }

  const unbalanced = [...totals].filter(([, total]) => total !== 0n).map(([currency]) => currency);
  if (unbalanced.length > 0) throw new Unbalanced(unbalanced);
}

function positive(amount: Money): Money {
  if (amount.minor <= 0n) throw new RangeError("debits and credits are positive amounts");
  return amount;
}
