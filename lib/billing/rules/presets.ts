/** Standard rates that a company can take over as its own rules and change from then on. As published by the authorities in 2026. */
const eu: Readonly<Record<string, string>> = {
  AT: "20",
  BE: "21",
  BG: "20",
  CY: "19",
  CZ: "21",
  DE: "19",
  DK: "25",
  EE: "24",
  ES: "21",
  FI: "25.5",
  FR: "20",
  GR: "24",
  HR: "25",
  HU: "27",
  IE: "23",
  IT: "22",
  LT: "21",
  LU: "17",
  LV: "21",
  MT: "18",
  NL: "21",
  PL: "23",
  PT: "23",
  RO: "21",
  SE: "25",
  SI: "22",
  SK: "23",
};

export const presetNames = ["EU", "UK", "CH", "US"] as const;
export type PresetName = (typeof presetNames)[number];

type PresetRule = { readonly name: string; readonly country: string; readonly rate: string };

const vat = (country: string, rate: string): PresetRule => ({ name: "VAT", country, rate });

export const presets: Readonly<Record<PresetName, readonly PresetRule[]>> = {
  EU: Object.entries(eu).map(([country, rate]) => vat(country, rate)),
  UK: [vat("GB", "20")],
  CH: [vat("CH", "8.1")],
  // Most states do not tax hosting; where one does, its rule is added by hand.
  US: [{ name: "No sales tax", country: "US", rate: "0" }],
};
