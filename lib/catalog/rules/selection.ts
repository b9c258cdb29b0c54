import type { CycleCode } from "@/lib/catalog/rules/cycle";
import { isForSale, keepsHostName } from "@/lib/catalog/rules/for-sale";
import {
  isChoiceOffered,
  type OfferChoice,
  type OfferOption,
  type OfferPrice,
  type PlanOffer,
  priceFor,
  type Selection,
} from "@/lib/catalog/rules/offer";
import { changeAnswers } from "@/lib/clients/rules/custom-fields";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { type Money, money } from "@/lib/core/money/money";
import { inLanguage, type Texts } from "@/lib/core/text/in-language";

export type { Selection } from "@/lib/catalog/rules/offer";

/** One line of what is ordered. Due with the order: quantity x (unit + setup). */
export type PricedLine = {
  readonly kind: "PLAN" | "OPTION" | "ADDON";
  readonly planId: string | null;
  readonly choiceId: string | null;
  readonly addonId: string | null;
  /** Null for what comes with the plan. */
  readonly priceId: string | null;
  readonly description: string;
  readonly quantity: number;
  readonly unit: Money;
  readonly setup: Money;
  readonly taxClass: string;
  /** Whether it is billed again each cycle. */
  readonly recurs: boolean;
};

export type PricedItem = {
  readonly productId: string;
  readonly planId: string;
  readonly label: string;
  readonly cycle: CycleCode;
  readonly currency: CurrencyCode;
  readonly quantity: number;
  readonly taxClass: string;
  readonly lines: readonly PricedLine[];
  /** What was chosen, completed by the defaults and in the form in which it is kept. */
  readonly selection: Selection;
};

/** Where in the selection something is amiss: `cycle`, `quantity`, `choices.<optionId>`, `addonIds`, `fields.<key>`, `hostName`. */
export type SelectionProblem = { readonly path: string; readonly code: ProblemCode };

export const problemCodes = [
  "not_sold",
  "sold_out",
  "few_left",
  "cycle_not_offered",
  "quantity",
  "option_unknown",
  "choice_not_offered",
  "option_quantity",
  "addon_not_offered",
  "field_unknown",
  "field_required",
  "field_invalid",
  "host_name_required",
  "host_name_invalid",
  "host_name_unasked",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export type Priced = { readonly item: PricedItem } | { readonly problems: readonly SelectionProblem[] };

/**
 * Prices what was chosen by the offer as it stands, or says all that is not offered. The one reckoning of browser and server.
 * What is left out takes its default: the default choice, the least quantity, no. Quantities of options are for each unit of the plan.
 */
export function priceSelection(offer: PlanOffer, selection: Selection, language: string): Priced {
  const problems: SelectionProblem[] = [];
  const refuse = (path: string, code: ProblemCode) => problems.push({ path, code });

  if (!isForSale(offer) || selection.planId !== offer.plan.id) refuse("planId", "not_sold");
  checkQuantity(offer, selection.quantity, refuse);
  const price = offer.prices.find(({ cycle }) => cycle === selection.cycle);
  if (price === undefined) refuse("cycle", "cycle_not_offered");

  const options = chosenOptions(offer, selection, refuse);
  const addons = chosenAddons(offer, selection, refuse);
  const fields = answers(offer, selection, refuse);
  const hostName = keepsHostName(offer.product.asksHostName, selection.hostName);
  if (hostName.problem) refuse("hostName", hostName.problem);
  if (price === undefined || problems.length > 0) return { problems };

  const text = (texts: Texts) => inLanguage(texts, language, offer.language);
  const label = `${text(offer.product.name)} – ${text(offer.plan.name)}`;
  const own = { planId: null, choiceId: null, addonId: null, taxClass: offer.product.taxClass };
  const { cycle, quantity } = selection;
  const lines: PricedLine[] = [
    {
      ...own,
      ...priced(offer, cycle, price),
      kind: "PLAN",
      planId: offer.plan.id,
      description: label,
      quantity,
    },
    ...options.flatMap(({ option, choice, count }) =>
      choice === undefined || count === 0
        ? []
        : [
            {
              ...own,
              ...priced(offer, cycle, priceFor(choice.prices, cycle)),
              kind: "OPTION" as const,
              choiceId: choice.id,
              description:
                option.kind === "CHOICE" ? `${text(option.name)}: ${text(choice.name)}` : text(option.name),
              quantity: quantity * count,
            },
          ],
    ),
    ...addons.map((addon) => ({
      ...own,
      ...priced(offer, cycle, priceFor(addon.prices, cycle)),
      kind: "ADDON" as const,
      addonId: addon.id,
      taxClass: addon.taxClass,
      description: text(addon.name),
      quantity,
    })),
  ];
  return {
    item: {
      productId: offer.product.id,
      planId: offer.plan.id,
      label,
      cycle,
      currency: offer.currency,
      quantity,
      taxClass: offer.product.taxClass,
      lines,
      selection: {
        planId: offer.plan.id,
        cycle,
        quantity,
        choices: Object.fromEntries(options.map(({ option, value }) => [option.id, value])),
        addonIds: addons.map(({ id }) => id),
        fields,
        hostName: hostName.value,
      },
    },
  };
}

/** What was chosen by the options' keys, as modules are told it: key of the choice, number, or yes and no. */
export function chosenByKey(
  offer: PlanOffer,
  { choices }: Selection,
): Record<string, string | number | boolean> {
  return Object.fromEntries(
    offer.options.flatMap((option) => {
      const value = choices[option.id];
      if (value === undefined) return [];
      const key = option.choices.find(({ id }) => id === value)?.key;
      return [[option.key, option.kind === "CHOICE" ? (key ?? String(value)) : value]];
    }),
  );
}

type Refuse = (path: string, code: ProblemCode) => void;

function checkQuantity({ plan }: PlanOffer, quantity: number, refuse: Refuse): void {
  const most = Math.min(plan.maxQuantity, plan.perClientLimit ?? plan.maxQuantity);
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > most) refuse("quantity", "quantity");
  else if (plan.stock !== null && plan.stock < quantity)
    refuse("quantity", plan.stock === 0 ? "sold_out" : "few_left");
}

type Chosen = {
  option: OfferOption;
  choice: OfferChoice | undefined;
  value: string | number | boolean;
  count: number;
};

function chosenOptions(offer: PlanOffer, { choices, cycle }: Selection, refuse: Refuse): Chosen[] {
  for (const id of Object.keys(choices)) {
    if (!offer.options.some((option) => option.id === id)) refuse(`choices.${id}`, "option_unknown");
  }
  return offer.options.flatMap((option) => {
    const chosen = chosenOf(option, choices[option.id], cycle);
    if (typeof chosen === "object") return [{ option, ...chosen }];
    refuse(`choices.${option.id}`, chosen);
    return [];
  });
}

/** The choice with how often it is had, or what is wrong with it. An option with nothing to choose from is passed over. */
function chosenOf(
  option: OfferOption,
  given: string | number | boolean | undefined,
  cycle: CycleCode,
): Omit<Chosen, "option"> | ProblemCode {
  const offered = option.choices.filter((choice) => isChoiceOffered(choice, cycle));
  const only = offered[0];

  if (option.kind === "CHOICE") {
    if (offered.length === 0 && given === undefined) return { choice: undefined, value: "", count: 0 };
    const choice = given === undefined ? defaultOf(offered) : offered.find(({ id }) => id === given);
    return choice === undefined ? "choice_not_offered" : { choice, value: choice.id, count: 1 };
  }
  if (option.kind === "YES_NO") {
    if (given !== undefined && typeof given !== "boolean") return "choice_not_offered";
    if (given === true && only === undefined) return "choice_not_offered";
    return { choice: only, value: given === true, count: given === true ? 1 : 0 };
  }
  const count = given ?? (only === undefined ? 0 : option.minimum);
  if (typeof count !== "number" || !fitsQuantity(option, count)) {
    if (count === 0 && only === undefined) return { choice: undefined, value: 0, count: 0 };
    return "option_quantity";
  }
  return only === undefined && count > 0 ? "choice_not_offered" : { choice: only, value: count, count };
}

/** The choice that stands until the buyer takes another: the one marked, else the first. */
export function defaultOf(offered: readonly OfferChoice[]): OfferChoice | undefined {
  return offered.find(({ isDefault }) => isDefault) ?? offered[0];
}

function fitsQuantity({ minimum, maximum, step }: OfferOption, count: number): boolean {
  return Number.isInteger(count) && count >= minimum && count <= maximum && (count - minimum) % step === 0;
}

function chosenAddons(offer: PlanOffer, { addonIds, cycle }: Selection, refuse: Refuse) {
  const isOffered = (id: string) =>
    offer.addons.some((addon) => addon.id === id && priceFor(addon.prices, cycle) !== undefined);
  if (!addonIds.every(isOffered) || new Set(addonIds).size !== addonIds.length)
    refuse("addonIds", "addon_not_offered");
  return offer.addons.filter(({ id }) => addonIds.includes(id));
}

const answerProblems: Readonly<Record<string, ProblemCode>> = {
  unknown_key: "field_unknown",
  too_small: "field_required",
};

function answers(offer: PlanOffer, { fields }: Selection, refuse: Refuse): Selection["fields"] {
  const rules = offer.fields.map((field) => ({ ...field, retiredAt: null }));
  const { values, problems } = changeAnswers(rules, {}, fields);
  // An answer that does not fit is not missing as well.
  const first = problems.filter(
    ({ path }, index) => problems.findIndex((one) => one.path === path) === index,
  );
  for (const { path, code } of first)
    refuse(path.replace(/^customValues/, "fields"), answerProblems[code] ?? "field_invalid");
  return values;
}

/** What comes with the plan has no price and costs nothing; it stays as long as the plan. */
function priced({ currency }: PlanOffer, cycle: CycleCode, price: OfferPrice | undefined) {
  const nothing = money(0n, currency);
  return {
    priceId: price?.id ?? null,
    unit: price?.amount ?? nothing,
    setup: price?.setup ?? nothing,
    recurs: cycle !== "once" && price?.cycle !== "once",
  };
}
