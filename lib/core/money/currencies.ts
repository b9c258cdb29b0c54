import { currencies } from "./iso-4217";

export type CurrencyCode = keyof typeof currencies;

/** Every currency that the ledger can hold, in alphabetical order. */
export const currencyCodes = Object.keys(currencies) as [CurrencyCode, ...CurrencyCode[]];

/** Units of account: funds, indexed units and settlement codes. They can be recorded, nobody pays with them. */
const unitsOfAccount = new Set<CurrencyCode>([
  "BOV",
  "CHE",
  "CHW",
  "CLF",
  "COU",
  "MXV",
  "USN",
  "UYI",
  "UYW",
  "XAD",
]);

/** The currencies that a tenant may sell in. */
export const offeredCurrencies: readonly CurrencyCode[] = currencyCodes.filter(
  (code) => !unitsOfAccount.has(code),
);

export function isCurrencyCode(text: string): text is CurrencyCode {
  return Object.hasOwn(currencies, text);
}

/** Decimals of the minor unit by ISO 4217: EUR 2, JPY 0, BHD 3, CLF 4. */
export function exponentOf(code: CurrencyCode): number {
  return currencies[code].exponent;
}

/** Minor units in one major unit: 100n for EUR, 1n for JPY. */
export function minorPerMajor(code: CurrencyCode): bigint {
  return 10n ** BigInt(exponentOf(code));
}
