import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { AlreadyReversed } from "@/lib/ledger/errors";
import { entryReversed } from "@/lib/ledger/events";
import { exampleEntry, exampleReversal } from "@/lib/ledger/examples";
import { findEntry } from "@/lib/ledger/queries";
import { dayOf, postReversals } from "@/lib/ledger/reversal";
import { assertReversible } from "@/lib/ledger/rules/reversal";
import { EntryView, ReverseEntryInput } from "@/lib/ledger/schema";

export const reverseEntry = operation({
  name: "ledger.entry.reverse",
  summary: "Take back a journal entry that was posted by hand",
  description: "Posts a second entry with all lines on the other side. An entry is taken back once.",
  audience: ["staff"],
  input: ReverseEntryInput,
  output: EntryView,
  http: { method: "POST", path: "/ledger/entries/{entryId}/reverse", status: 201 },
  example: {
    input: { entryId: exampleEntry.id, day: exampleReversal.day, description: exampleReversal.description },
    output: exampleReversal,
  },
  refusals: ["ledger.entry_not_found", "ledger.entry_already_reversed", "ledger.entry_not_reversible"],
  async run(context, { entryId, day, description }) {
    assertReversible(await findEntry(context, entryId));

    const on = day ?? (await dayOf(context, context.now));
    const [pair] = await postReversals(context, { entryIds: [entryId], day: on, description });
    // Another request was faster, after the look above.
    if (pair === undefined) throw new AlreadyReversed();

    const reversal = await findEntry(context, pair.reversalId);
    context.audit(null, reversal);
    context.emit(entryReversed(pair));
    return reversal;
  },
});
