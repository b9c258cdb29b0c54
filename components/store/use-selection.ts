"use client";

import { useState } from "react";
import { isChoiceOffered, type OfferOption, type PlanOffer } from "@/lib/catalog/rules/offer";
import { defaultOf, type Priced, priceSelection, type Selection } from "@/lib/catalog/rules/selection";

export type Chosen = Selection["choices"][string];

/** What is chosen in the form, and what it costs by the very rule by which the server reckons. */
export function useSelection(offer: PlanOffer, initialCycle: string, locale: string) {
  const [cycle, setCycle] = useState(initialCycle);
  const [quantity, setQuantity] = useState(1);
  const [choices, setChoices] = useState<Readonly<Record<string, Chosen>>>({});
  const [addonIds, setAddonIds] = useState<readonly string[]>([]);

  const chosenOf = (option: OfferOption): Chosen => chosenIn(option, choices[option.id], cycle);
  const offered = addonIds.filter((id) =>
    offer.addons.some(
      (addon) =>
        addon.id === id && addon.prices.some((price) => price.cycle === cycle || price.cycle === "once"),
    ),
  );
  const selection: Selection = {
    planId: offer.plan.id,
    cycle,
    quantity,
    choices: Object.fromEntries(
      offer.options
        .filter(({ choices: all }) => all.some((choice) => isChoiceOffered(choice, cycle)))
        .map((option) => [option.id, chosenOf(option)]),
    ),
    addonIds: offered,
    fields: {},
    hostName: null,
  };
  // Questions are answered in the form itself and cost nothing: the price is that of an offer without them.
  const bare = { ...offer, fields: [], product: { ...offer.product, asksHostName: false } };
  const priced: Priced = priceSelection(bare, selection, locale);

  return {
    cycle,
    setCycle,
    quantity,
    setQuantity,
    addonIds: offered,
    chosenOf,
    priced,
    choose: (optionId: string, value: Chosen) => setChoices((before) => ({ ...before, [optionId]: value })),
    toggleAddon: (id: string, isOn: boolean) =>
      setAddonIds((before) =>
        isOn ? [...before.filter((one) => one !== id), id] : before.filter((one) => one !== id),
      ),
  };
}

/** A choice that the cycle does not have gives way to the default. */
function chosenIn(option: OfferOption, chosen: Chosen | undefined, cycle: string): Chosen {
  const offered = option.choices.filter((choice) => isChoiceOffered(choice, cycle));
  if (option.kind === "YES_NO") return offered.length > 0 && chosen === true;
  if (option.kind === "QUANTITY") return typeof chosen === "number" ? chosen : option.minimum;
  return offered.find(({ id }) => id === chosen)?.id ?? defaultOf(offered)?.id ?? "";
}
