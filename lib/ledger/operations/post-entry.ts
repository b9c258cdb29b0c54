import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { entryPosted } from "@/lib/ledger/events";
import { exampleEntry, examplePosting } from "@/lib/ledger/examples";
import { postEntries } from "@/lib/ledger/posting";
import { findEntry } from "@/lib/ledger/queries";
import { credit, debit } from "@/lib/ledger/rules/entry";
import { EntryView, PostEntryInput } from "@/lib/ledger/schema";

export const postEntry = operation({
  name: "ledger.entry.post",
  summary: "Post a journal entry by hand",
  description: "For what no document posts: opening balances, bank fees, corrections by the accountant.",
  audience: ["staff"],
  input: PostEntryInput,
  output: EntryView,
  http: { method: "POST", path: "/ledger/entries", status: 201 },
  example: { input: examplePosting, output: exampleEntry },
  refusals: ["ledger.entry_unbalanced", "ledger.account_not_found", "clients.client_not_found"],
  async run(context, { day, description, lines }) {
    const signed = lines.map(({ accountCode, side, amount, clientId }) =>
      side === "DEBIT" ? debit(accountCode, amount, clientId) : credit(accountCode, amount, clientId),
    );
    const entry = { day, description, source: { kind: "manual" }, lines: signed };
    const [entryId = ""] = await postEntries(context, [entry]);
    const posted = await findEntry(context, entryId);

    context.audit(null, posted);
    context.emit(entryPosted({ entryId }));
    return posted;
  },
});
