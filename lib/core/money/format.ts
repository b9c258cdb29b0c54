import { type CurrencyCode, exponentOf } from "./currencies";
import { decimalText } from "./fraction";
import { type Money, money } from "./money";

/** The amount in major units as plain decimal text for machines: "19.99", "-1999", "0.005". */
export function toDecimal({ minor, currency }: Money): string {
  return decimalText(minor, exponentOf(currency));
}

/**
 * Reads plain decimal text of major units, as gateways and imports write it: "19.99", "-5". The sign, a point and
 * digits, nothing else. Throws RangeError on other text and on more decimals than the currency has, even zeros:
 * text of another scale is probably an amount of another currency.
 */
export function parseAmount(text: string, currency: CurrencyCode): Money {
  const match = /^(-?)(\d{1,18})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) throw new RangeError("an amount is written as digits with an optional decimal point");

  const [, minus, whole, decimals = ""] = match;
  const exponent = exponentOf(currency);
  if (decimals.length > exponent) throw new RangeError(`${currency} has ${exponent} decimals at most`);

  return money(BigInt(`${minus}${whole}${decimals.padEnd(exponent, "0")}`), currency);
}

/** The amount for people, in their locale, with the decimals of the ledger and a true minus sign. */
export function formatMoney(amount: Money, locale: string): string {
  // Intl reads decimal text exactly; a number would lose the cents of large amounts.
  const text = toDecimal(amount) as `${number}`;
  return formatter(locale, amount.currency)
    .formatToParts(text)
    .map(({ type, value }) => (type === "minusSign" ? value.replace("-", "\u2212") : value))
    .join("");
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Building a formatter costs more than using it a hundred times, and a page prints many amounts. */
function formatter(locale: string, currency: CurrencyCode): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formatters.get(key);
  if (known) return known;

  const digits = exponentOf(currency);
  const made = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  if (formatters.size >= 500) formatters.clear();
  formatters.set(key, made);
  return made;
}
