import "server-only";
import { iso31662 } from "iso-3166";
import { addressRules } from "@/lib/clients/rules/countries";

export type Region = { readonly code: string; readonly name: string };

const byCountry = new Map<string, Region[]>();

/** The regions that a country's addresses name, by ISO 3166-2 without the country; empty where they are free text or unused. */
export function regionsOf(country: string): readonly Region[] {
  if (addressRules(country).regions === undefined) return [];

  let regions = byCountry.get(country);
  if (regions === undefined) {
    regions = iso31662
      .filter(({ parent, code }) => code.startsWith(`${country}-`) && isInAddresses(country, parent, code))
      .map(({ code, name }) => ({
        code: code.slice(country.length + 1),
        name: withoutOtherName(name),
      }))
      .concat(country === "IT" ? [{ code: "AO", name: "Aosta" }] : [])
      .sort((a, b) => a.name.localeCompare(b.name));
    byCountry.set(country, regions);
  }
  return regions;
}

/** Italy and Spain write the province, which the standard keeps below regions; Aosta, Ceuta and Melilla are below none. */
function isInAddresses(country: string, parent: string, code: string): boolean {
  if (country !== "IT" && country !== "ES") return parent === country;
  return parent !== country || code === "ES-CE" || code === "ES-ML";
}

/** The code of a region that was given by code or by name; what is neither stays as written. */
export function regionCode(country: string, typed: string | null): string | null {
  if (!typed) return null;
  const wanted = typed.toLowerCase();
  const found = regionsOf(country).find(
    ({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  return found?.code ?? typed;
}

export function regionName(country: string, code: string | null): string | null {
  return regionsOf(country).find((region) => region.code === code)?.name ?? code;
}

/** Without the second name in brackets that some have at their end. */
function withoutOtherName(name: string): string {
  const at = name.indexOf("[");
  return at > 0 && name.endsWith("]") ? name.slice(0, at).trimEnd() : name;
}
