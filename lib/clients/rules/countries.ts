/**
 * How addresses look by country, as forms ask for them. Letters of a layout: C city, S region, Z postal code; capital where it is
 * required. What is not listed has `zC`. Sources: the postal administrations' rules as the Universal Postal Union publishes them.
 */
export const regionNames = [
  "state",
  "province",
  "prefecture",
  "county",
  "region",
  "emirate",
  "department",
  "island",
  "district",
] as const;
export const postalNames = ["postalCode", "zip", "postcode", "pin", "eircode"] as const;

export type AddressRules = {
  /** In the order of the form. */
  readonly layout: string;
  readonly region?: (typeof regionNames)[number];
  readonly postal?: (typeof postalNames)[number];
  /** The whole postal code, anchored by who reads it. */
  readonly pattern?: string;
  readonly example?: string;
  /** Whether the region is one of ISO 3166-2, and how it is written on an envelope. */
  readonly regions?: "code" | "name";
};

const digits = (count: number) => `\\d{${count}}`;
const zipFirst = (count: number, example: string): AddressRules => ({
  layout: "ZC",
  pattern: digits(count),
  example,
});

const usual: AddressRules = { layout: "zC" };

const rules: Readonly<Record<string, AddressRules>> = {
  AE: { layout: "cS", region: "emirate", regions: "name" },
  AR: {
    layout: "ZCs",
    region: "province",
    regions: "name",
    pattern: "(?:[A-Z]\\d{4}[A-Z]{3}|\\d{4})",
    example: "C1070AAM",
  },
  AT: zipFirst(4, "1010"),
  AU: {
    layout: "CSZ",
    region: "state",
    regions: "code",
    postal: "postcode",
    pattern: digits(4),
    example: "2060",
  },
  BE: zipFirst(4, "1000"),
  BG: zipFirst(4, "1000"),
  BR: { layout: "CSZ", region: "state", regions: "code", pattern: "\\d{5}-?\\d{3}", example: "40301-110" },
  CA: {
    layout: "CSZ",
    region: "province",
    regions: "code",
    pattern: "[A-Z]\\d[A-Z] ?\\d[A-Z]\\d",
    example: "H3Z 2Y7",
  },
  CH: zipFirst(4, "8001"),
  CL: { layout: "zCs", region: "region", regions: "name", pattern: digits(7), example: "8340457" },
  CN: { layout: "ZSC", region: "province", regions: "name", pattern: digits(6), example: "266033" },
  CO: { layout: "CSz", region: "department", regions: "name", pattern: digits(6), example: "111221" },
  CY: zipFirst(4, "2008"),
  CZ: { layout: "ZC", pattern: "\\d{3} ?\\d{2}", example: "100 00" },
  DE: zipFirst(5, "10115"),
  DK: zipFirst(4, "1050"),
  EE: zipFirst(5, "69501"),
  EG: { layout: "CSz", region: "province", regions: "name", pattern: digits(5), example: "12411" },
  ES: { layout: "ZCS", region: "province", regions: "name", pattern: digits(5), example: "28039" },
  FI: zipFirst(5, "00550"),
  FR: { layout: "ZC", pattern: "\\d{2} ?\\d{3}", example: "33380" },
  GB: {
    layout: "CsZ",
    region: "county",
    postal: "postcode",
    pattern: "GIR ?0AA|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}",
    example: "EC1Y 8SY",
  },
  GR: { layout: "ZC", pattern: "\\d{3} ?\\d{2}", example: "151 24" },
  HK: { layout: "cS", region: "district" },
  HR: zipFirst(5, "10000"),
  HU: zipFirst(4, "1037"),
  ID: { layout: "CSz", region: "province", regions: "name", pattern: digits(5), example: "40115" },
  IE: {
    layout: "Csz",
    region: "county",
    postal: "eircode",
    pattern: "[A-Z]\\d[\\dW] ?[A-Z\\d]{4}",
    example: "A65 F4E2",
  },
  IL: { layout: "zC", pattern: "\\d{5}(?:\\d{2})?", example: "9614303" },
  IN: {
    layout: "CSZ",
    region: "state",
    regions: "name",
    postal: "pin",
    pattern: "\\d{6}",
    example: "110034",
  },
  IS: zipFirst(3, "320"),
  IT: { layout: "ZCS", region: "province", regions: "code", pattern: digits(5), example: "00144" },
  JP: { layout: "ZS", region: "prefecture", regions: "name", pattern: "\\d{3}-?\\d{4}", example: "154-0023" },
  KR: { layout: "SCZ", region: "province", regions: "name", pattern: digits(5), example: "03051" },
  KW: { layout: "zC", pattern: digits(5), example: "54541" },
  LI: zipFirst(4, "9496"),
  LT: { layout: "ZC", pattern: "(?:LT-)?\\d{5}", example: "04340" },
  LU: { layout: "ZC", pattern: "(?:L-)?\\d{4}", example: "4750" },
  LV: { layout: "CZ", pattern: "LV-\\d{4}", example: "LV-1073" },
  MA: { layout: "ZC", pattern: digits(5), example: "53000" },
  MC: { layout: "ZC", pattern: "980\\d{2}", example: "98000" },
  MT: { layout: "CZ", pattern: "[A-Z]{3} ?\\d{2,4}", example: "NXR 01" },
  MX: { layout: "ZCS", region: "state", regions: "name", pattern: digits(5), example: "02860" },
  MY: {
    layout: "ZCS",
    region: "state",
    regions: "name",
    postal: "postcode",
    pattern: digits(5),
    example: "43000",
  },
  NG: { layout: "CSz", region: "state", regions: "name", pattern: digits(6), example: "930283" },
  NL: { layout: "ZC", postal: "postcode", pattern: "\\d{4} ?[A-Z]{2}", example: "1234 AB" },
  NO: zipFirst(4, "0025"),
  NZ: { layout: "CZ", postal: "postcode", pattern: digits(4), example: "6001" },
  PH: { layout: "zCs", region: "province", pattern: digits(4), example: "1008" },
  PK: { layout: "CZ", pattern: digits(5), example: "44000" },
  PL: { layout: "ZC", pattern: "\\d{2}-\\d{3}", example: "00-950" },
  PT: { layout: "ZC", pattern: "\\d{4}-\\d{3}", example: "2725-079" },
  RO: { layout: "ZCs", region: "county", regions: "name", pattern: digits(6), example: "060274" },
  RS: { layout: "ZC", pattern: digits(5), example: "11000" },
  SA: { layout: "Cz", pattern: digits(5), example: "11564" },
  SE: { layout: "ZC", pattern: "\\d{3} ?\\d{2}", example: "114 55" },
  SG: { layout: "Z", pattern: digits(6), example: "546080" },
  SI: zipFirst(4, "1000"),
  SK: { layout: "ZC", pattern: "\\d{3} ?\\d{2}", example: "010 01" },
  TH: { layout: "CSZ", region: "province", regions: "name", pattern: digits(5), example: "10150" },
  TR: { layout: "ZCS", region: "province", regions: "name", pattern: digits(5), example: "01960" },
  TW: { layout: "ZSC", region: "county", regions: "name", pattern: "\\d{3}(?:\\d{2,3})?", example: "104" },
  UA: { layout: "CsZ", region: "region", regions: "name", pattern: digits(5), example: "15432" },
  US: {
    layout: "CSZ",
    region: "state",
    regions: "code",
    postal: "zip",
    pattern: "\\d{5}(?:-\\d{4})?",
    example: "95014",
  },
  VN: { layout: "Csz", region: "province", regions: "name", pattern: "\\d{5,6}", example: "70010" },
  ZA: { layout: "CZ", pattern: digits(4), example: "0083" },
};

export function addressRules(country: string): AddressRules {
  return rules[country] ?? usual;
}

export type AddressPart = "city" | "region" | "postalCode";

const parts: Record<string, AddressPart> = { c: "city", s: "region", z: "postalCode" };

/** The fields below the street, in the order in which the country writes them. */
export function addressParts(country: string): { part: AddressPart; isRequired: boolean }[] {
  return [...addressRules(country).layout].map((letter) => ({
    part: parts[letter.toLowerCase()] as AddressPart,
    isRequired: letter !== letter.toLowerCase(),
  }));
}
