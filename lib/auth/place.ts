import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import ipaddr from "ipaddr.js";
import { Reader } from "mmdb-lib";
import { log } from "@/lib/core/log";
import { processWide } from "@/lib/core/process-wide";

const file = "node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb";

type Country = { country_code?: string };
type Known = { reader?: Promise<Reader<never> | undefined> };

/**
 * Country of an address as ISO 3166-1 alpha-2, from the table that comes with the product; null for private, unknown and odd
 * addresses, and where the table is missing. Helps a person to recognise a session; nothing is ever decided by it. Loaded when first
 * asked for (8 MB).
 */
export async function placeOf(address: string | null): Promise<string | null> {
  if (address === null || !ipaddr.isValid(address) || ipaddr.process(address).range() !== "unicast")
    return null;

  const known = processWide("places", (): Known => ({}));
  known.reader ??= load();
  const found = (await known.reader)?.get(address) as Country | null | undefined;
  const code = found?.country_code;
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : null;
}

async function load(): Promise<Reader<never> | undefined> {
  try {
    return new Reader<never>(await readFile(path.join(process.cwd(), file)));
  } catch (error) {
    log.warn("places of addresses are not known", { error });
    return undefined;
  }
}
