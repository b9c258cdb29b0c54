"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MoneyAmount } from "@/components/ui/money-amount";
import type { Priced } from "@/lib/catalog/rules/selection";
import { dueOf, totalsOf } from "@/lib/catalog/rules/totals";
import { cyclePer } from "./cycle-text";

/** What is chosen so far, line by line, and what it comes to: now, and again each cycle. */
export function PriceSummary({ priced, children }: { priced: Priced; children: ReactNode }) {
  const t = useTranslations("store");
  const problems = useTranslations("store.problems");

  return (
    <section aria-label={t("summary")} className="grid gap-4 rounded-surface border bg-surface p-5">
      <h2 className="font-semibold text-md">{t("summary")}</h2>
      {"item" in priced ? (
        <Lines item={priced.item} />
      ) : (
        <ul className="grid gap-1 text-base text-muted">
          {[...new Set(priced.problems.map(({ code }) => code))].map((code) => (
            <li key={code}>{problems(code)}</li>
          ))}
        </ul>
      )}
      {children}
      <p className="text-pretty text-sm text-subtle">{t("taxNote")}</p>
    </section>
  );
}

function Lines({ item }: { item: Extract<Priced, { item: unknown }>["item"] }) {
  const t = useTranslations("store");
  const { due, setup, recurring } = totalsOf(item);
  return (
    <>
      <ul className="grid gap-2 text-base">
        {item.lines.map((line) => (
          <li key={`${line.kind} ${line.choiceId ?? line.addonId}`} className="flex justify-between gap-4">
            <span className="wrap-anywhere min-w-0 text-muted">
              {line.quantity > 1 && <span className="tabular">{line.quantity} × </span>}
              {line.description}
            </span>
            <MoneyAmount
              amount={{ ...due, minor: dueOf(line).minor - line.setup.minor * BigInt(line.quantity) }}
            />
          </li>
        ))}
        {setup.minor > 0n && (
          <li className="flex justify-between gap-4">
            <span className="text-muted">{t("setupFee")}</span>
            <MoneyAmount amount={setup} />
          </li>
        )}
      </ul>
      <div aria-live="polite" className="grid gap-1 border-t pt-4">
        <p className="flex items-baseline justify-between gap-4 font-semibold text-md">
          <span>{t("dueNow")}</span>
          <MoneyAmount amount={due} zero="full" className="text-lg" />
        </p>
        {item.cycle !== "once" && (
          <p className="flex justify-between gap-4 text-base text-muted">
            <span>{t("then", { cycle: cyclePer(t, item.cycle) })}</span>
            <MoneyAmount amount={recurring} zero="full" />
          </p>
        )}
      </div>
    </>
  );
}
