import type { CycleCode } from "@/lib/catalog/rules/cycle";
import type { CustomValue, FieldKind } from "@/lib/clients/rules/custom-fields";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import type { Money } from "@/lib/core/money/money";
import type { Texts } from "@/lib/core/text/in-language";

export const catalogStatuses = ["DRAFT", "ACTIVE", "HIDDEN", "RETIRED"] as const;
export type CatalogStatus = (typeof catalogStatuses)[number];

export const productKinds = [
  "HOSTING",
  "RESELLER",
  "VPS",
  "DEDICATED",
  "DOMAIN",
  "CERTIFICATE",
  "LICENCE",
  "SERVICE",
] as const;
export type ProductKind = (typeof productKinds)[number];

export const optionKinds = ["CHOICE", "QUANTITY", "YES_NO"] as const;
export type OptionKind = (typeof optionKinds)[number];

/** A price that counts now, in the offer's currency. `setup` is due once, with the first period. */
export type OfferPrice = {
  readonly id: string;
  readonly cycle: CycleCode;
  readonly amount: Money;
  readonly setup: Money;
};

export type OfferChoice = {
  readonly id: string;
  readonly key: string;
  readonly name: Texts;
  readonly isDefault: boolean;
  /** Without any price in any currency: comes with the plan. */
  readonly isIncluded: boolean;
  readonly prices: readonly OfferPrice[];
};

export type OfferOption = {
  readonly id: string;
  readonly key: string;
  readonly kind: OptionKind;
  readonly name: Texts;
  readonly help: Texts;
  readonly unit: Texts;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  /** Of a quantity and of a yes/no there is one. */
  readonly choices: readonly OfferChoice[];
};

export type OfferAddon = {
  readonly id: string;
  readonly slug: string;
  readonly name: Texts;
  readonly description: Texts;
  readonly taxClass: string;
  readonly prices: readonly OfferPrice[];
};

export type OfferField = {
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: Texts;
  readonly help: Texts;
  readonly choices: readonly string[];
  readonly isRequired: boolean;
};

/** One plan as it is sold now in one currency, with all that can be ordered with it. Nothing in it is secret. */
export type PlanOffer = {
  readonly currency: CurrencyCode;
  /** The company's language: stands in where a text is missing. */
  readonly language: string;
  readonly group: { readonly id: string; readonly slug: string; readonly name: Texts };
  readonly product: {
    readonly id: string;
    readonly slug: string;
    readonly kind: ProductKind;
    readonly status: CatalogStatus;
    readonly name: Texts;
    readonly tagline: Texts;
    readonly description: Texts;
    readonly taxClass: string;
    readonly asksHostName: boolean;
  };
  readonly plan: {
    readonly id: string;
    readonly slug: string;
    readonly status: CatalogStatus;
    readonly name: Texts;
    readonly tagline: Texts;
    readonly features: readonly Texts[];
    /** How many are left; null: no end. */
    readonly stock: number | null;
    readonly perClientLimit: number | null;
    readonly maxQuantity: number;
    readonly isHighlighted: boolean;
  };
  /** From once over short to long. */
  readonly prices: readonly OfferPrice[];
  readonly options: readonly OfferOption[];
  readonly addons: readonly OfferAddon[];
  readonly fields: readonly OfferField[];
};

/** What a buyer chose. `fields` are answers by key. */
export type Selection = {
  readonly planId: string;
  readonly cycle: CycleCode;
  readonly quantity: number;
  readonly choices: Readonly<Record<string, string | number | boolean>>;
  readonly addonIds: readonly string[];
  readonly fields: Readonly<Record<string, CustomValue>>;
  readonly hostName: string | null;
};

/** The price of a thing for a cycle: its own for the cycle, else the one that is due once. */
export function priceFor(prices: readonly OfferPrice[], cycle: CycleCode): OfferPrice | undefined {
  return prices.find((price) => price.cycle === cycle) ?? prices.find((price) => price.cycle === "once");
}

/** Whether a choice can be had with a cycle. */
export function isChoiceOffered(choice: OfferChoice, cycle: CycleCode): boolean {
  return choice.isIncluded || priceFor(choice.prices, cycle) !== undefined;
}

/** Most that one order can have of a plan now. Zero: sold out. */
export function mostOf({ plan }: Pick<PlanOffer, "plan">): number {
  return Math.min(plan.maxQuantity, plan.perClientLimit ?? plan.maxQuantity, plan.stock ?? plan.maxQuantity);
}
