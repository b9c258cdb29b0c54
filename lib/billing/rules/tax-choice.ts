import type { TaxRate } from "@/lib/billing/rules/tax";

/** Members of the European Union, by ISO 3166-1. */
export const euMembers: ReadonlySet<string> = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/** A tax rule as it matters for a choice. `region` and `taxClass` null: for all. */
export type Rule = {
  readonly name: string;
  readonly country: string;
  readonly region: string | null;
  readonly taxClass: string | null;
  readonly rate: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
};

export type Buyer = {
  readonly country: string;
  readonly region: string | null;
  readonly isBusiness: boolean;
  /** Whether its tax number is one of its own country, by form and check digits. */
  readonly hasTaxNumber: boolean;
};

export const reverseCharge: TaxRate = { name: "Reverse charge", category: "AE", rate: "0" };
const exempt: TaxRate = { name: "Exempt", category: "E", rate: "0" };
const outside: TaxRate = { name: "Not taxed", category: "O", rate: "0" };

/**
 * The rate that a sale of a class bears on a day (R42, R43): reverse charge for a business with a tax number in another member state
 * than the seller's; else the rule that fits best: that of the region before that of the country, that of the class before that of
 * all, the youngest first. A class named `exempt` bears nothing; a country without rules is out of scope.
 */
export function chooseRate(
  rules: readonly Rule[],
  {
    seller,
    buyer,
    taxClass,
    day,
  }: { seller: { country: string }; buyer: Buyer; taxClass: string; day: string },
): TaxRate {
  if (taxClass === "exempt") return exempt;
  if (isReverseCharged(seller.country, buyer)) return reverseCharge;

  const [best] = rules
    .filter((rule) => fits(rule, buyer, taxClass, day))
    .toSorted((a, b) => weight(b) - weight(a) || (a.validFrom < b.validFrom ? 1 : -1));
  if (best === undefined) return outside;
  return { name: best.name, category: isNothing(best.rate) ? "Z" : "S", rate: best.rate };
}

/** R43. At home a business pays like everybody. */
export function isReverseCharged(sellerCountry: string, buyer: Buyer): boolean {
  const bothMembers = euMembers.has(sellerCountry) && euMembers.has(buyer.country);
  return bothMembers && sellerCountry !== buyer.country && buyer.isBusiness && buyer.hasTaxNumber;
}

function fits(rule: Rule, buyer: Buyer, taxClass: string, day: string): boolean {
  return (
    rule.country === buyer.country &&
    (rule.region === null || rule.region === buyer.region) &&
    (rule.taxClass === null || rule.taxClass === taxClass) &&
    rule.validFrom <= day &&
    (rule.validUntil === null || day < rule.validUntil)
  );
}

function weight(rule: Rule): number {
  return (rule.region === null ? 0 : 2) + (rule.taxClass === null ? 0 : 1);
}

function isNothing(rate: string): boolean {
  return !/[1-9]/.test(rate);
}
