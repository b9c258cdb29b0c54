import { expect, test } from "vitest";
import { addressLines } from "@/lib/clients/print-address";
import { regionsOf } from "@/lib/clients/regions";
import { isPostalCode } from "@/lib/clients/rules/address";
import { addressParts, addressRules } from "@/lib/clients/rules/countries";
import { checkTaxNumber } from "@/lib/clients/tax-number";
import { countries } from "@/lib/core/countries";

test("every country's own example is a postal code by its own pattern", () => {
  for (const country of countries) {
    const { example, pattern, regions, region } = addressRules(country);
    if (pattern) expect(isPostalCode(country, example ?? ""), country).toBe(true);
    expect(addressParts(country).length, country).toBeGreaterThan(0);
    if (regions) expect(region, country).toBeDefined();
    if (regions) expect(regionsOf(country).length, country).toBeGreaterThan(1);
  }
  expect(isPostalCode("DE", "1011")).toBe(false);
  expect(isPostalCode("GB", "SW1Y 4LB")).toBe(true);
  expect(isPostalCode("CA", "H3Z 2Y7")).toBe(true);
});

test("regions are those that the country writes on envelopes", () => {
  const names = (country: string) => regionsOf(country).map(({ name }) => name);
  expect(names("US")).toContain("California");
  expect(names("IT")).toContain("Milano");
  expect(names("IT")).not.toContain("Lombardia");
  expect(names("ES")).toContain("Alicante");
  expect(names("DE")).toEqual([]);
});

test("addresses are printed as their country writes them", () => {
  const of = (country: string, more: object) =>
    addressLines({
      country,
      name: "Ada Lovelace",
      companyName: null,
      line1: "12 Main Street",
      line2: null,
      city: null,
      region: null,
      postalCode: null,
      ...more,
    });
  expect(of("US", { city: "Springfield", region: "IL", postalCode: "62701" })).toEqual([
    "Ada Lovelace",
    "12 Main Street",
    "Springfield, IL 62701",
  ]);
  expect(of("DE", { companyName: "Engines GmbH", city: "Berlin", postalCode: "10115" })).toEqual([
    "Ada Lovelace",
    "Engines GmbH",
    "12 Main Street",
    "10115 Berlin",
  ]);
  const japanese = of("JP", { city: "Setagaya-ku", region: "13", postalCode: "154-0023" });
  expect(japanese[0]).toBe("〒154-0023");
  expect(japanese).toContain("Setagaya-ku");
});

test("tax numbers: check digits of the union, Britain, Northern Ireland, Switzerland and Norway", () => {
  const verdict = (number: string, country: string) => checkTaxNumber(number, country).verdict;
  expect(verdict("DE 136.695.976", "DE")).toBe("valid");
  expect(verdict("DE136695977", "DE")).toBe("wrong");
  expect(verdict("ATU13585627", "DE")).toBe("foreign");
  expect(verdict("GB980780684", "GB")).toBe("valid");
  expect(verdict("XI980780684", "GB")).toBe("valid");
  expect(verdict("CHE-116.281.710 MWST", "CH")).toBe("valid");
  expect(verdict("NO923609016MVA", "NO")).toBe("valid");
  expect(verdict("EL094259216", "GR")).toBe("valid");
  expect(verdict("12/345/67890", "DE")).toBe("unknown");
  expect(verdict("12-3456789", "US")).toBe("unknown");
});
