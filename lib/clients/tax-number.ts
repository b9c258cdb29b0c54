import { checkVAT, countries, unitedKingdom } from "jsvat";

/**
 * - `valid`: form and check digits are those of a country's VAT number
 * - `wrong`: it begins like one, and its form or check digits are wrong: a slip of the pen
 * - `foreign`: valid, but of another country than the client's
 * - `unknown`: a national number, or of a country that we know no rule for; kept as it is
 */
export type TaxNumberVerdict = "valid" | "wrong" | "foreign" | "unknown";

export type CheckedTaxNumber = {
  readonly number: string;
  readonly verdict: TaxNumberVerdict;
  readonly country?: string;
};

/** Greece writes EL, Northern Ireland XI (goods under EU rules, numbers of the United Kingdom). */
const prefixes: Record<string, string> = { EL: "GR", XI: "GB" };

/**
 * Brings a tax number into its plain form and says what it is worth by form and check digits alone; whether it is in force only
 * the authority knows. Sources: the structures that VIES, HMRC, the Swiss UID register and Brønnøysund publish.
 */
export function checkTaxNumber(text: string, clientCountry: string): CheckedTaxNumber {
  const number = text.toUpperCase().replace(/[\s.\-/]/g, "");
  const prefix = /^[A-Z]{2}/.exec(number)?.[0];
  const country = prefix && (prefixes[prefix] ?? prefix);
  if (prefix === undefined || country === undefined || !isKnown(country))
    return { number: text.trim(), verdict: "unknown" };

  const isValid =
    prefix === "XI"
      ? checkVAT(`GB${number.slice(2)}`, [unitedKingdom]).isValid
      : checkVAT(number, countries).isValid;
  // Words that happen to begin like a country are numbers of another kind, unless mostly digits follow.
  const looksMeant = (number.match(/\d/g)?.length ?? 0) >= 6;
  if (!isValid)
    return looksMeant ? { number, verdict: "wrong", country } : { number: text.trim(), verdict: "unknown" };
  return { number, verdict: country === clientCountry ? "valid" : "foreign", country };
}

const known = new Set(
  "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK".split(" "),
);

function isKnown(country: string): boolean {
  return known.has(country);
}
