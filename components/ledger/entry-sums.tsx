"use client";

import { useTranslations } from "next-intl";
import { MoneyAmount } from "@/components/ui/money-amount";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { cn } from "@/lib/ui/cn";
import type { DraftTotals } from "./entry-draft";

/** Sums of both sides while an entry is written, and what is missing between them. */
export function EntrySums({ totals, currency }: { totals: DraftTotals; currency: CurrencyCode }) {
  const t = useTranslations("ledger.form");
  const difference = totals.debit - totals.credit;
  const rows = [
    { label: t("debit"), minor: totals.debit },
    { label: t("credit"), minor: totals.credit },
    { label: t("difference"), minor: difference < 0n ? -difference : difference, isDifference: true },
  ];
  return (
    <dl aria-live="polite" className="grid grid-cols-[auto_auto] gap-x-6 gap-y-0.5 sm:me-10">
      {rows.map(({ label, minor, isDifference }) => (
        <div
          key={label}
          className={cn(
            "col-span-2 grid grid-cols-subgrid",
            isDifference && difference !== 0n && "font-medium text-danger",
          )}
        >
          <dt className={cn(!isDifference && "text-muted")}>{label}</dt>
          <dd className="text-end">
            <MoneyAmount amount={{ minor, currency }} zero="full" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
