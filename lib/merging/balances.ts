import "server-only";
import { money, negate } from "@/lib/core/money/money";
import type { CommandContext } from "@/lib/core/operation/operation";
import type { CalendarDate } from "@/lib/core/time/calendar-date";
import { heldBalances } from "@/lib/ledger/held-balances";
import { type EntryToPost, postEntries } from "@/lib/ledger/posting";

/**
 * Moves what a client holds to another by one balanced entry per currency; nothing that was posted is touched. Each account's
 * total stays as it is.
 */
export async function moveBalances(
  context: CommandContext,
  move: { from: string; to: string; day: CalendarDate; description: string },
): Promise<string[]> {
  const held = await heldBalances(context, move.from);
  const currencies = [...new Set(held.map(({ currency }) => currency))];
  const entries = currencies.map(
    (currency): EntryToPost => ({
      day: move.day,
      description: move.description,
      source: { kind: "merge", id: move.from },
      lines: held
        .filter((balance) => balance.currency === currency)
        .flatMap(({ accountCode, netMinor }) => {
          const net = money(BigInt(netMinor), currency);
          return [
            { accountCode, clientId: move.from, amount: negate(net) },
            { accountCode, clientId: move.to, amount: net },
          ];
        }),
    }),
  );
  return postEntries(context, entries);
}
