import "server-only";
import { cache } from "react";
import { currentBrand } from "@/app/brand";
import { showStorefront } from "@/lib/catalog/operations/show-storefront";
import type { PlanOffer } from "@/lib/catalog/rules/offer";
import { Refusal } from "@/lib/core/errors";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** One value of the address; what is given twice counts as not given. */
export function oneOf(search: Search, name: string): string | undefined {
  const value = search[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/**
 * What is sold on this host, once per request; undefined where there is no company, and for a name that no product has.
 * Whoever asks, they see what a visitor sees.
 */
export const currentStorefront = cache(async (currency?: string, productSlug?: string) => {
  const brand = await currentBrand();
  if (brand === undefined) return undefined;
  const input = { ...(currency && { currency: currency.slice(0, 10) }), ...(productSlug && { productSlug }) };
  try {
    const shown = await run(showStorefront, input, { actor: visitor(brand.tenantId) });
    return { ...shown, offers: shown.offers as readonly PlanOffer[], language: brand.language };
  } catch (error) {
    if (error instanceof Refusal && error.kind === "invalid") return undefined;
    throw error;
  }
});

/** An address within the storefront, with what was chosen so far. */
export function storeHref(
  path: string,
  choice: { cycle?: string | undefined; currency?: string | undefined },
): string {
  const given = Object.entries(choice).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return query === "" ? path : `${path}?${query}`;
}
