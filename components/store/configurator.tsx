"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { Field } from "@/components/ui/field";
import { MoneyAmount } from "@/components/ui/money-amount";
import { RadioGroup } from "@/components/ui/radio-group";
import { mostOf, type PlanOffer, priceFor } from "@/lib/catalog/rules/offer";
import { savingPercent } from "@/lib/catalog/rules/totals";
import { inLanguage, type Texts } from "@/lib/core/text/in-language";
import { cycleName } from "./cycle-text";
import { ExtraPrice } from "./extra-price";
import { OptionField } from "./option-field";
import { PriceSummary } from "./price-summary";
import { QuestionField } from "./question-field";
import { useSelection } from "./use-selection";

interface ConfiguratorProps {
  offer: PlanOffer;
  /** Chosen on the page before; one that the plan has. */
  cycle: string;
  add: FormAction<unknown>;
}

/** A plan made one's own: cycle, how many, options, add-ons, questions, and what it comes to at every press. */
export function Configurator({ offer, cycle: initial, add }: ConfiguratorProps) {
  const t = useTranslations("store");
  const problems = useTranslations("store.problems");
  const locale = useLocale();
  const chosen = useSelection(offer, initial, locale);
  const text = (texts: Texts) => inLanguage(texts, locale, offer.language);
  const problemAt = (path: string) => {
    const problem =
      "problems" in chosen.priced ? chosen.priced.problems.find((one) => one.path === path) : undefined;
    return problem && problems(problem.code);
  };
  const most = mostOf(offer);
  const addons = offer.addons.filter(({ prices }) => priceFor(prices, chosen.cycle) !== undefined);
  const names = ["cycle", "quantity", "hostName", ...offer.fields.map(({ key }) => `fields.${key}`)];

  return (
    <ActionForm
      action={add}
      fields={names}
      guardsChanges={false}
      className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12"
    >
      <input type="hidden" name="planId" value={offer.plan.id} />
      <input type="hidden" name="currency" value={offer.currency} />
      <div className="grid gap-8">
        <RadioGroup
          look="cards"
          name="cycle"
          label={t("chooseCycle")}
          value={chosen.cycle}
          onValueChange={chosen.setCycle}
          options={offer.prices.map((price) => {
            const saving = savingPercent(offer.prices, price.cycle);
            return {
              value: price.cycle,
              label: cycleName(t, price.cycle),
              ...(saving > 0 && {
                help: <span className="text-positive">{t("saving", { percent: saving })}</span>,
              }),
              aside: <MoneyAmount amount={price.amount} zero="full" />,
            };
          })}
        />
        {most > 1 ? (
          <Field
            name="quantity"
            label={t("quantity")}
            help={t("most", { count: most })}
            error={problemAt("quantity")}
            type="number"
            inputMode="numeric"
            min={1}
            max={most}
            value={Number.isNaN(chosen.quantity) ? "" : chosen.quantity}
            onChange={(event) => chosen.setQuantity(event.target.valueAsNumber)}
            className="max-w-72"
          />
        ) : (
          <input type="hidden" name="quantity" value="1" />
        )}
        {offer.options.map((option) => (
          <OptionField
            key={option.id}
            option={option}
            language={offer.language}
            cycle={chosen.cycle}
            value={chosen.chosenOf(option)}
            error={problemAt(`choices.${option.id}`)}
            onChoose={(value) => chosen.choose(option.id, value)}
          />
        ))}
        {addons.length > 0 && (
          <fieldset className="grid gap-2">
            <legend className="mb-1.5 font-medium text-(length:--label-text)">{t("addons")}</legend>
            {addons.map((addon) => {
              const price = priceFor(addon.prices, chosen.cycle);
              return (
                <div
                  key={addon.id}
                  className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 rounded-control border border-border-strong p-3"
                >
                  <ChoiceField label={text(addon.name)} help={text(addon.description) || undefined}>
                    <Checkbox
                      name="addonIds"
                      value={addon.id}
                      checked={chosen.addonIds.includes(addon.id)}
                      onCheckedChange={(isOn) => chosen.toggleAddon(addon.id, isOn)}
                    />
                  </ChoiceField>
                  {price && <ExtraPrice price={price} />}
                </div>
              );
            })}
          </fieldset>
        )}
        {offer.product.asksHostName && (
          <FormField
            name="hostName"
            label={t("hostName")}
            help={t("hostNameHelp")}
            dir="ltr"
            inputMode="url"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={253}
            required
          />
        )}
        {offer.fields.map((field) => (
          <QuestionField key={field.key} field={field} language={offer.language} />
        ))}
      </div>
      <aside className="lg:sticky lg:top-24">
        <PriceSummary priced={chosen.priced}>
          <SubmitButton
            size="lg"
            className="w-full"
            {...("problems" in chosen.priced && { disabledReason: t("notSoReason") })}
          >
            {t("addToCart")}
          </SubmitButton>
        </PriceSummary>
      </aside>
    </ActionForm>
  );
}
