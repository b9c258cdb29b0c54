import type { CatalogStatus } from "@/lib/catalog/rules/offer";
import { claimedHost } from "@/lib/tenants/rules/host";

/** Sold to whoever asks for it by name. What is hidden is sold too: it is only not shown. */
const sold: readonly CatalogStatus[] = ["ACTIVE", "HIDDEN"];

type Stated = { readonly status: CatalogStatus };

export function isForSale({ product, plan }: { product: Stated; plan: Stated }): boolean {
  return sold.includes(product.status) && sold.includes(plan.status);
}

/** Whether the storefront shows it to whoever passes by. */
export function isShown({ product, plan }: { product: Stated; plan: Stated }): boolean {
  return product.status === "ACTIVE" && plan.status === "ACTIVE";
}

type HostName = {
  readonly value: string | null;
  readonly problem?: "host_name_required" | "host_name_invalid" | "host_name_unasked";
};

/** The host name in the form in which it is kept, or what is wrong with it. */
export function keepsHostName(isAsked: boolean, given: string | null): HostName {
  const text = given?.trim() ?? "";
  if (text === "") return isAsked ? { value: null, problem: "host_name_required" } : { value: null };
  if (!isAsked) return { value: null, problem: "host_name_unasked" };

  const value = claimedHost(text);
  return value === undefined ? { value: null, problem: "host_name_invalid" } : { value };
}
