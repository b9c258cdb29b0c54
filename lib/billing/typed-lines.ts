import type { z } from "zod";
import type { DraftLine } from "@/lib/billing/draft";
import type { DraftLineInput } from "@/lib/billing/schema";
import { InvalidInput } from "@/lib/core/errors";
import { chart } from "@/lib/ledger/rules/chart";

/** Lines as staff type them. Throws InvalidInput for one in another currency than the invoice's. */
export function typedLines(lines: readonly z.output<typeof DraftLineInput>[], currency: string): DraftLine[] {
  const foreign = lines.flatMap(({ unit }, index) => (unit.currency === currency ? [] : [index]));
  if (foreign.length > 0) {
    throw new InvalidInput(
      foreign.map((index) => ({
        path: `lines.${index}.unit`,
        code: "currency",
        message: `must be in ${currency}`,
      })),
    );
  }
  return lines.map(({ description, quantity, unit, taxClass }) => ({
    description,
    quantity,
    unitMinor: unit.minor,
    setupMinor: 0n,
    discountMinor: 0n,
    amountMinor: unit.minor * BigInt(quantity),
    taxClass,
    incomeCode: chart.serviceIncome.code,
    subscriptionId: null,
    priceId: null,
    periodStart: null,
    periodEnd: null,
  }));
}
