import type { z } from "zod";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { addMonths, calendarDate } from "@/lib/core/time/calendar-date";
import { chart } from "@/lib/ledger/rules/chart";
import type { PostEntryInput } from "@/lib/ledger/schema";

type Posting = z.input<typeof PostEntryInput>;

/** What the company itself spends and began with, for the months that end on `today` (yyyy-mm-dd); what it earns, its invoices say. */
export function demoPostings(today: string, months: number): Posting[] {
  const days = Array.from(
    { length: months },
    (_, ago) => addMonths(calendarDate(today), ago - months) as string,
  );
  return [opening(days[0] as string), ...days.map((day, month) => costs(day, month))];
}

function opening(day: string): Posting {
  return entry(day, "Opening balance", "EUR", [
    [chart.bank.code, "DEBIT", 2_500_000],
    [chart.equity.code, "CREDIT", 2_500_000],
  ]);
}

function costs(day: string, month: number): Posting {
  const rent = 48_000 + month * 1_500;
  return entry(day, "Servers and network", "EUR", [
    [chart.infrastructureCosts.code, "DEBIT", rent],
    [chart.bank.code, "CREDIT", rent],
  ]);
}

type Line = [accountCode: string, side: "DEBIT" | "CREDIT", minor: number];

function entry(day: string, description: string, currency: CurrencyCode, lines: Line[]): Posting {
  return {
    day,
    description,
    lines: lines.map(([accountCode, side, minor]) => ({ accountCode, side, amount: { minor, currency } })),
  };
}
