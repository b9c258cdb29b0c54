import { addressParts, addressRules } from "@/lib/clients/rules/countries";
import type { FieldError } from "@/lib/core/errors";

export type Address = {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
};

export const addressFields = ["line1", "line2", "city", "region", "postalCode"] as const;

/** As it is kept: the postal code in capitals. */
export function tidyAddress<A extends Address>(address: A): A {
  return { ...address, postalCode: address.postalCode?.toUpperCase().replace(/\s+/g, " ") ?? null };
}

/**
 * What is wrong with an address. One that is left out whole is right: many clients are only written to by mail. `regions` are
 * the codes that the country's addresses use; empty where the region is free text.
 */
export function addressProblems(
  country: string,
  address: Address,
  regions: readonly string[] = [],
): FieldError[] {
  if (addressFields.every((field) => !address[field])) return [];

  const missing = [{ part: "line1" as const, isRequired: true }, ...addressParts(country)]
    .filter(({ part, isRequired }) => isRequired && !address[part])
    .map(({ part }) => ({
      path: part,
      code: "missing_in_address",
      message: "is part of an address in this country",
    }));
  const { postalCode, region } = address;
  if (postalCode && !isPostalCode(country, postalCode))
    missing.push({
      path: "postalCode" as never,
      code: "postal_code",
      message: "is not a postal code of this country",
    });
  if (region && regions.length > 0 && !regions.includes(region))
    missing.push({
      path: "region" as never,
      code: "invalid_value",
      message: "is not a region of this country",
    });
  return missing;
}

export function isPostalCode(country: string, text: string): boolean {
  const { pattern } = addressRules(country);
  return pattern === undefined || new RegExp(`^(?:${pattern})$`).test(text);
}
