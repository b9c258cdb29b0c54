import type { z } from "zod";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { addMonths, calendarDate } from "@/lib/core/time/calendar-date";
import { chart } from "@/lib/ledger/rules/chart";
import type { PostEntryInput } from "@/lib/ledger/schema";

type Posting = z.input<typeof PostEntryInput>;
type Client = { id: string; name: string; currency: string };

const taxPercent = 19;

/** The books of half a year that ends on `today` (yyyy-mm-dd): opening, sales and payments of each month, and its costs. */
export function demoPostings(clients: readonly Client[], today: string): Posting[] {
  const months = [6, 5, 4, 3, 2, 1].map((ago) => addMonths(calendarDate(today), -ago) as string);
  return [
    opening(months[0] as string),
    ...months.flatMap((day, month) => [
      ...clients
        .filter((_, index) => index % 6 <= month)
        .flatMap((client, index) => sale(client, day, month, index)),
      costs(day, month),
    ]),
  ];
}

function opening(day: string): Posting {
  return entry(day, "Opening balance", "EUR", [
    [chart.bank.code, "DEBIT", 2_500_000],
    [chart.equity.code, "CREDIT", 2_500_000],
  ]);
}

/** A sale with tax, and its payment by most clients. */
function sale(client: Client, day: string, month: number, index: number): Posting[] {
  const net = 900 + ((index * 37 + month * 11) % 40) * 100;
  const tax = Math.round((net * taxPercent) / 100);
  const gross = net + tax;
  const sold = entry(
    day,
    `Hosting for ${client.name}`,
    client.currency,
    [
      [chart.receivables.code, "DEBIT", gross],
      [chart.hostingIncome.code, "CREDIT", net],
      [chart.taxPayable.code, "CREDIT", tax],
    ],
    client.id,
  );
  const isPaid = (index + month) % 5 !== 0;
  if (!isPaid) return [sold];

  const paid = entry(
    day,
    `Payment from ${client.name}`,
    client.currency,
    [
      [chart.bank.code, "DEBIT", gross],
      [chart.receivables.code, "CREDIT", gross],
    ],
    client.id,
  );
  return [sold, paid];
}

function costs(day: string, month: number): Posting {
  const rent = 48_000 + month * 1_500;
  return entry(day, "Servers and network", "EUR", [
    [chart.infrastructureCosts.code, "DEBIT", rent],
    [chart.bank.code, "CREDIT", rent],
  ]);
}

type Line = [accountCode: string, side: "DEBIT" | "CREDIT", minor: number];

/** Only the client's own accounts carry the client. */
function entry(
  day: string,
  description: string,
  currency: string,
  lines: Line[],
  clientId?: string,
): Posting {
  const money = (minor: number) => ({ minor, currency: currency as CurrencyCode });
  return {
    day,
    description,
    lines: lines.map(([accountCode, side, minor]) => ({
      accountCode,
      side,
      amount: money(minor),
      ...(clientId !== undefined && accountCode === chart.receivables.code && { clientId }),
    })),
  };
}
