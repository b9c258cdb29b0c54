"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { NativeSelect } from "@/components/forms/native-select";
import { cycleName } from "@/components/store/cycle-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { isCycleCode } from "@/lib/catalog/rules/cycle";
import { type CurrencyCode, isCurrencyCode } from "@/lib/core/money/currencies";
import type { Choice } from "@/lib/i18n/countries";

interface AddToGridProps {
  /** Usual cycles that have no row yet. */
  cycles: readonly string[];
  /** Currencies that have no column yet. */
  currencies: readonly Choice[];
  onCycle: (cycle: string) => void;
  onCurrency: (currency: CurrencyCode) => void;
}

/** Another row or column of the grid: a usual cycle, any number of days, weeks, months or years, a currency. */
export function AddToGrid({ cycles, currencies, onCycle, onCurrency }: AddToGridProps) {
  const t = useTranslations("catalog.prices");
  const store = useTranslations("store");
  const [isOwn, setIsOwn] = useState(false);
  const [count, setCount] = useState("10");
  const [unit, setUnit] = useState("d");
  const own = unit === "m" && Number(count) % 12 === 0 ? `${Number(count) / 12}y` : `${count}${unit}`;

  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field label={t("addCycle")} className="w-40">
        <NativeSelect
          value=""
          placeholder={t("choose")}
          options={[
            ...cycles.map((cycle) => ({ value: cycle, label: cycleName(store, cycle) })),
            { value: "own", label: t("ownCycle") },
          ]}
          onChange={({ target }) => (target.value === "own" ? setIsOwn(true) : onCycle(target.value))}
        />
      </Field>
      {isOwn && (
        <>
          <Input
            aria-label={t("count")}
            type="number"
            min={1}
            max={999}
            value={count}
            onChange={(event) => setCount(event.target.value)}
            className="w-20"
          />
          <span className="w-28">
            <Field label={t("unit")}>
              <NativeSelect
                value={unit}
                options={(["d", "w", "m", "y"] as const).map((value) => ({
                  value,
                  label: t(`units.${value}`),
                }))}
                onChange={({ target }) => setUnit(target.value)}
              />
            </Field>
          </span>
          <Button
            type="button"
            disabledReason={isCycleCode(own) ? undefined : t("noCycle")}
            onClick={() => {
              onCycle(own);
              setIsOwn(false);
            }}
          >
            {t("add")}
          </Button>
        </>
      )}
      <Field label={t("addCurrency")} className="w-44">
        <NativeSelect
          value=""
          placeholder={t("choose")}
          options={currencies}
          onChange={({ target }) => isCurrencyCode(target.value) && onCurrency(target.value)}
        />
      </Field>
    </div>
  );
}
