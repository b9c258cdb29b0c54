import "server-only";
import { formatAddress } from "localized-address-format";
import { regionName } from "@/lib/clients/regions";
import type { Address } from "@/lib/clients/rules/address";
import { addressParts, addressRules } from "@/lib/clients/rules/countries";

type Addressee = Address & {
  readonly country: string;
  readonly name: string;
  readonly companyName: string | null;
};

/** The lines of an envelope, in the order of the country that it goes to, without the country itself. */
export function addressLines({ country, name, companyName, ...address }: Addressee): string[] {
  const { line1, line2, city, region, postalCode } = address;
  const area = addressRules(country).regions === "code" ? region : regionName(country, region);
  // Where a city is no field of its own it belongs to the street, as in Japan.
  const hasCity = addressParts(country).some(({ part }) => part === "city");
  return formatAddress({
    postalCountry: country,
    name,
    organization: companyName ?? undefined,
    addressLines: [hasCity ? null : city, line1, line2].filter((line) => line !== null),
    locality: city ?? undefined,
    administrativeArea: area ?? undefined,
    postalCode: postalCode ?? undefined,
  }).filter((line) => line.trim() !== "");
}
