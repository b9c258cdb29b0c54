"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { cycleName } from "@/components/store/cycle-text";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { toast } from "@/components/ui/toast";
import { byLength, usualCycles } from "@/lib/catalog/rules/cycle";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import type { Choice } from "@/lib/i18n/countries";
import { AddToGrid } from "./add-to-grid";
import { type Cell, cellKey, cellsOf, changesIn, isSound, type StandingPrice } from "./price-cells";
import { PriceInput } from "./price-input";

interface PriceGridProps {
  /** `planId`, `choiceId` or `addonId`, with the id. */
  owner: Readonly<Record<string, string>>;
  label: string;
  prices: readonly StandingPrice[];
  /** Currencies that have a column from the start: the company's, and those that the others are sold in. */
  currencies: readonly CurrencyCode[];
  /** Every currency that may be sold in, by name. */
  allCurrencies: readonly Choice[];
  action: FormAction<unknown> | undefined;
}

const none: Cell = { amount: "", setup: "" };

/** What something costs, a row for each cycle and a column for each currency. Saving closes the old prices and opens the new. */
export function PriceGrid({
  owner,
  label,
  prices,
  currencies: given,
  allCurrencies,
  action,
}: PriceGridProps) {
  const t = useTranslations("catalog.prices");
  const store = useTranslations("store");
  const text = useProblemText();
  const router = useRouter();
  const [cells, setCells] = useState(() => cellsOf(prices));
  const [moreCycles, setMoreCycles] = useState<readonly string[]>([]);
  const [moreCurrencies, setMoreCurrencies] = useState<readonly CurrencyCode[]>([]);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  const currencies = [...new Set([...given, ...prices.map(({ currency }) => currency), ...moreCurrencies])];
  const first = prices.length === 0 ? ["1m", "1y"] : [];
  const cycles = [...new Set([...prices.map(({ cycle }) => cycle), ...first, ...moreCycles])].sort(byLength);
  const changes = changesIn(cells, prices);
  const isWhole = Object.entries(cells).every(([key, cell]) =>
    isSound(cell, key.slice(0, 3) as CurrencyCode),
  );

  function type(key: string, part: keyof Cell, typed: string) {
    setCells((before) => ({ ...before, [key]: { ...(before[key] ?? none), [part]: typed } }));
  }

  async function save() {
    if (action === undefined) return;
    setIsBusy(true);
    const { error } = await runAction(action, { ...owner, ...changes.values });
    setIsBusy(false);
    setProblem(error && (error.fields?.[0] ? text.field(error.fields[0]) : text.refusal(error)));
    if (error) return;
    toast.success(t("saved"));
    router.refresh();
  }

  return (
    <div className="grid gap-3">
      {problem && (
        <FormError title={problem} problems={[]}>
          <Button type="button" size="sm" onClick={() => window.location.reload()}>
            {t("loadAgain")}
          </Button>
        </FormError>
      )}
      <ScrollRegion label={label}>
        <table
          className="w-full border-separate border-spacing-x-2 border-spacing-y-1.5 text-base"
          aria-label={label}
        >
          <thead>
            <tr>
              <th scope="col" className="min-w-28 text-start font-medium text-sm text-subtle">
                {t("cycle")}
              </th>
              {currencies.map((currency) => (
                <th
                  key={currency}
                  scope="col"
                  className="min-w-52 text-start font-medium text-sm text-subtle"
                >
                  <span className="grid grid-cols-2 gap-1.5">
                    <span>{t("amountIn", { currency })}</span>
                    <span>{t("setup")}</span>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cycles.map((cycle) => (
              <tr key={cycle}>
                <th scope="row" className="whitespace-nowrap text-start font-normal">
                  {cycleName(store, cycle)}
                </th>
                {currencies.map((currency) => {
                  const key = cellKey(currency, cycle);
                  const cell = cells[key] ?? none;
                  const words = { cycle: cycleName(store, cycle), currency };
                  return (
                    <td key={currency}>
                      <span className="grid grid-cols-2 gap-1.5">
                        <PriceInput
                          label={t("priceOf", words)}
                          value={cell.amount}
                          isWrong={!isSound({ ...cell, setup: "" }, currency)}
                          isFixed={action === undefined}
                          onType={(typed) => type(key, "amount", typed)}
                        />
                        <PriceInput
                          label={t("setupOf", words)}
                          value={cell.setup}
                          isWrong={!isSound(cell, currency) && isSound({ ...cell, setup: "" }, currency)}
                          isFixed={action === undefined}
                          onType={(typed) => type(key, "setup", typed)}
                        />
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {action && (
        <div className="flex flex-wrap items-end justify-between gap-3">
          <AddToGrid
            cycles={usualCycles.filter((cycle) => !cycles.includes(cycle))}
            currencies={allCurrencies.filter(({ value }) => !currencies.some((code) => code === value))}
            onCycle={(cycle) => setMoreCycles((before) => [...before, cycle])}
            onCurrency={(currency) => setMoreCurrencies((before) => [...before, currency])}
          />
          <Button
            type="button"
            variant="primary"
            pending={isBusy}
            disabledReason={changes.count === 0 ? t("nothing") : isWhole ? undefined : t("wrong")}
            onClick={save}
          >
            {t("save", { count: changes.count })}
          </Button>
        </div>
      )}
      <p className="text-pretty text-sm text-subtle">{t("kept")}</p>
    </div>
  );
}
