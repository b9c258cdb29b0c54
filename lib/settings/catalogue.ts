import { authSettings } from "@/lib/auth/settings";
import { billingSettings } from "@/lib/billing/settings";
import type { Setting } from "@/lib/core/settings/definition";
import { orderSettings } from "@/lib/orders/settings";

/** Every setting of the product, in the order in which pages show them. */
export const catalogue: readonly Setting[] = [...authSettings, ...billingSettings, ...orderSettings];

const byKey = new Map(catalogue.map((setting) => [setting.key, setting]));
if (byKey.size !== catalogue.length) throw new Error("Two settings share a name.");

export function settingOf(key: string): Setting | undefined {
  return byKey.get(key);
}

export const settingAreas: readonly string[] = [...new Set(catalogue.map(({ area }) => area))];
