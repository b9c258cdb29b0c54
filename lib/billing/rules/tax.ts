import { spreadNet } from "@/lib/billing/rules/spread";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { type Fraction, percent, roundHalfAwayFromZero } from "@/lib/core/money/fraction";
import { type Money, money, multiply, subtract, sum } from "@/lib/core/money/money";

/** S standard, Z zero, E exempt, AE reverse charge, O out of scope: the codes of EN 16931. */
export const taxCategories = ["S", "Z", "E", "AE", "O"] as const;
export type TaxCategory = (typeof taxCategories)[number];

/** What a sale bears. `rate` is a decimal of a hundred: `19`, `8.875`. */
export type TaxRate = {
  readonly name: string;
  readonly category: TaxCategory;
  readonly rate: string;
  /** A second tax on the same sale; compound: reckoned on the net with the first (R38). */
  readonly second?:
    | { readonly name: string; readonly rate: string; readonly isCompound: boolean }
    | undefined;
};

export type TaxRow = {
  readonly name: string;
  readonly category: TaxCategory;
  readonly rate: string;
  readonly net: Money;
  readonly tax: Money;
};

export type Reckoned = {
  readonly lines: readonly { readonly net: Money; readonly rate: TaxRate }[];
  readonly taxes: readonly TaxRow[];
  readonly net: Money;
  readonly tax: Money;
  readonly total: Money;
};

type Sale = { readonly amount: Money; readonly taxClass: string };

type Order = {
  readonly lines: readonly Sale[];
  readonly rateOf: (taxClass: string) => TaxRate;
  /** Whether the amounts contain their tax. */
  readonly isInclusive: boolean;
  /** Needed where there may be no line. */
  readonly currency?: CurrencyCode;
};

/**
 * Tax of a document: per category and rate on the sum of its lines, rounded once, halves away from zero (R39). Of inclusive amounts
 * the tax is rounded first and the net is what is left (R40); line nets are shares of it and add up to it exactly.
 * Throws RangeError when there is neither a line nor a currency.
 */
export function reckonTax({ lines, rateOf, isInclusive, currency: named }: Order): Reckoned {
  const currency = named ?? lines[0]?.amount.currency;
  if (currency === undefined) throw new RangeError("a document without lines needs a currency");

  const sales = lines.map((line) => ({ ...line, rate: rateOf(line.taxClass) }));
  const nets = new Map<Sale, Money>();
  const taxes: TaxRow[] = [];
  for (const group of groupsOf(sales)) {
    const rate = (group[0] as (typeof sales)[number]).rate;
    const amounts = group.map(({ amount }) => amount);
    const reckon = isInclusive ? fromGross : fromNet;
    const { net, rows } = reckon(sum(amounts, currency), rate);
    const parts = isInclusive ? spreadNet(net, amounts, whole(rate)) : amounts;
    group.forEach((sale, index) => {
      nets.set(sale, parts[index] as Money);
    });
    taxes.push(...rows);
  }

  const net = sum(nets.values(), currency);
  const tax = sum(
    taxes.map((row) => row.tax),
    currency,
  );
  const total = money(net.minor + tax.minor, currency);
  return {
    lines: sales.map((sale) => ({ net: nets.get(sale) as Money, rate: sale.rate })),
    taxes,
    net,
    tax,
    total,
  };
}

/** Lines that bear the same tax, in the order of their first. */
function groupsOf<Line extends Sale & { rate: TaxRate }>(sales: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const sale of sales) {
    const { name, category, rate, second } = sale.rate;
    const key = JSON.stringify([name, category, rate, second ?? null]);
    groups.set(key, [...(groups.get(key) ?? []), sale]);
  }
  return [...groups.values()];
}

type Taxed = { net: Money; rows: TaxRow[] };

/** R37, R38: tax = net x rate / 100; a compound second one on net and first. */
function fromNet(net: Money, rate: TaxRate): Taxed {
  const first = multiply(net, percent(rate.rate));
  if (rate.second === undefined) return { net, rows: [row(rate, net, first)] };

  const base = rate.second.isCompound ? money(net.minor + first.minor, net.currency) : net;
  const second = multiply(base, percent(rate.second.rate));
  return { net, rows: [row(rate, net, first), row({ ...rate, ...rate.second }, base, second)] };
}

/** R40: tax first, net is what is left. Of two taxes the first is rounded on the net and the second is the rest. */
function fromGross(gross: Money, rate: TaxRate): Taxed {
  const { numerator, denominator } = whole(rate);
  const tax = money(roundHalfAwayFromZero(gross.minor * numerator, denominator + numerator), gross.currency);
  const net = subtract(gross, tax);
  if (rate.second === undefined) return { net, rows: [row(rate, net, tax)] };

  const first = multiply(net, percent(rate.rate));
  const base = rate.second.isCompound ? money(net.minor + first.minor, net.currency) : net;
  return { net, rows: [row(rate, net, first), row({ ...rate, ...rate.second }, base, subtract(tax, first))] };
}

/** Both taxes as one share of the net. */
function whole({ rate, second }: TaxRate): Fraction {
  const first = percent(rate);
  if (second === undefined) return first;
  const other = percent(second.rate);
  const [n1, d1, n2, d2] = [first.numerator, first.denominator, other.numerator, other.denominator];
  const product = second.isCompound ? n1 * n2 : 0n;
  return { numerator: n1 * d2 + n2 * d1 + product, denominator: d1 * d2 };
}

function row(
  { name, category, rate }: Pick<TaxRow, "name" | "category" | "rate">,
  net: Money,
  tax: Money,
): TaxRow {
  return { name, category, rate, net, tax };
}
