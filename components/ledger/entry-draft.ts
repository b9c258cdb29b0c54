import type { CurrencyCode } from "@/lib/core/money/currencies";
import { typedAmount } from "./typed-amount";

/** One row of the form: an account, and an amount on one of two sides. */
export type DraftLine = { key: number; accountCode: string; debit: string; credit: string };

export type DraftTotals = { debit: bigint; credit: bigint; hasMistake: boolean; lines: number };

export const emptyLine = (key: number): DraftLine => ({ key, accountCode: "", debit: "", credit: "" });

/** Whether a row says nothing yet: it is left out when the form is sent. */
export function isBlank({ accountCode, debit, credit }: DraftLine): boolean {
  return accountCode === "" && debit.trim() === "" && credit.trim() === "";
}

/** Side and amount of a row, or null while it is not complete. */
export function postingOf(
  line: DraftLine,
  currency: CurrencyCode,
): { side: "DEBIT" | "CREDIT"; minor: bigint } | null {
  const [debit, credit] = [typedAmount(line.debit, currency), typedAmount(line.credit, currency)];
  if (line.accountCode === "" || debit === null || credit === null) return null;
  if (debit !== undefined && credit === undefined && debit > 0n) return { side: "DEBIT", minor: debit };
  if (credit !== undefined && debit === undefined && credit > 0n) return { side: "CREDIT", minor: credit };
  return null;
}

export function totalsOf(lines: readonly DraftLine[], currency: CurrencyCode): DraftTotals {
  const totals = { debit: 0n, credit: 0n, hasMistake: false, lines: 0 };
  for (const line of lines) {
    if (isBlank(line)) continue;
    const posting = postingOf(line, currency);
    totals.lines += 1;
    if (posting === null) totals.hasMistake = true;
    else if (posting.side === "DEBIT") totals.debit += posting.minor;
    else totals.credit += posting.minor;
  }
  return totals;
}
