import { typedAmount } from "@/components/ledger/typed-amount";
import type { CurrencyCode } from "@/lib/core/money/currencies";

/** A price as it stands, in decimal text of its currency. */
export type StandingPrice = {
  readonly id: string;
  readonly cycle: string;
  readonly currency: CurrencyCode;
  readonly amount: string;
  readonly setup: string;
};

export type Cell = { readonly amount: string; readonly setup: string };
export type Cells = Readonly<Record<string, Cell>>;

export const cellKey = (currency: string, cycle: string) => `${currency} ${cycle}`;
const empty: Cell = { amount: "", setup: "" };

/** What stands in the grid when nothing was typed. A setup fee of nothing is left blank. */
export function cellsOf(prices: readonly StandingPrice[]): Cells {
  return Object.fromEntries(
    prices.map(({ currency, cycle, amount, setup }) => [
      cellKey(currency, cycle),
      { amount, setup: Number(setup) === 0 ? "" : setup },
    ]),
  );
}

/** Whether a cell can be saved: amounts of the currency, and no setup fee without a price. */
export function isSound({ amount, setup }: Cell, currency: CurrencyCode): boolean {
  const [price, fee] = [typedAmount(amount, currency), typedAmount(setup, currency)];
  return price !== null && fee !== null && !(price === undefined && fee !== undefined);
}

/** The form's fields for what was changed, and how many prices that are; nothing for what stands as it was. */
export function changesIn(
  cells: Cells,
  prices: readonly StandingPrice[],
): { count: number; values: Record<string, string> } {
  const before = cellsOf(prices);
  const changed = Object.entries(cells).filter(([key, cell]) => {
    const was = before[key] ?? empty;
    return cell.amount !== was.amount || cell.setup !== was.setup;
  });
  const values: Record<string, string> = {};
  for (const [index, [key, cell]] of changed.entries()) {
    const [currency = "", cycle = ""] = key.split(" ");
    const path = `changes[${index}]`;
    const minor = (text: string) => typedAmount(text, currency as CurrencyCode)?.toString();
    values[`${path}.currency`] = currency;
    values[`${path}.cycle`] = cycle;
    values[`${path}.amountMinor`] = minor(cell.amount) ?? "";
    values[`${path}.setupMinor`] = minor(cell.setup) ?? "0";
    values[`${path}.seenPriceId`] =
      prices.find((price) => price.currency === currency && price.cycle === cycle)?.id ?? "";
  }
  return { count: changed.length, values };
}
