"use client";

import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { isChoiceOffered, type OfferChoice, type OfferOption, priceFor } from "@/lib/catalog/rules/offer";
import { inLanguage, type Texts } from "@/lib/core/text/in-language";
import { ExtraPrice } from "./extra-price";
import type { Chosen } from "./use-selection";

interface OptionFieldProps {
  option: OfferOption;
  language: string;
  cycle: string;
  value: Chosen;
  error?: string | undefined;
  onChoose: (value: Chosen) => void;
}

/** What can be configured, by its kind: one of several, how many, or yes. Nothing where the cycle leaves nothing to choose. */
export function OptionField({ option, language, cycle, value, error, onChoose }: OptionFieldProps) {
  const t = useTranslations("store");
  const locale = useLocale();
  const text = (texts: Texts) => inLanguage(texts, locale, language);
  const name = `choices.${option.id}`;
  const offered = option.choices.filter((choice) => isChoiceOffered(choice, cycle));
  const [first] = offered;
  if (first === undefined) return null;
  const help = text(option.help) || undefined;

  if (option.kind === "CHOICE") {
    return (
      <RadioGroup
        look="cards"
        name={name}
        label={text(option.name)}
        help={help}
        error={error}
        value={String(value)}
        onValueChange={onChoose}
        options={offered.map((choice) => ({
          value: choice.id,
          label: text(choice.name) || choice.key,
          aside: <Extra choice={choice} cycle={cycle} />,
        }))}
      />
    );
  }
  if (option.kind === "YES_NO") {
    return (
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 rounded-control border border-border-strong p-3">
        <ChoiceField name={name} label={text(option.name)} help={help} error={error}>
          <Checkbox
            name={name}
            value="true"
            uncheckedValue="false"
            checked={value === true}
            onCheckedChange={(isOn) => onChoose(isOn)}
          />
        </ChoiceField>
        <span className="text-base text-muted">
          <Extra choice={first} cycle={cycle} />
        </span>
      </div>
    );
  }
  const unit = text(option.unit);
  return (
    <Field
      name={name}
      label={text(option.name)}
      aside={<Extra choice={first} cycle={cycle} each={unit || t("piece")} />}
      help={help ?? t("between", { from: option.minimum, to: option.maximum, unit })}
      error={error}
      type="number"
      inputMode="numeric"
      min={option.minimum}
      max={option.maximum}
      step={option.step}
      value={Number.isNaN(value) ? "" : Number(value)}
      onChange={(event) => onChoose(event.target.valueAsNumber)}
      className="max-w-72"
    />
  );
}

function Extra({ choice, cycle, each }: { choice: OfferChoice; cycle: string; each?: string }) {
  const t = useTranslations("store");
  const price = priceFor(choice.prices, cycle);
  return price === undefined || price.amount.minor + price.setup.minor === 0n ? (
    t("included")
  ) : (
    <ExtraPrice price={price} each={each} />
  );
}
