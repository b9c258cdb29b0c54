import "server-only";
import { query } from "@/lib/core/operation/operation";
import { exampleEntry } from "@/lib/ledger/examples";
import { findEntry } from "@/lib/ledger/queries";
import { EntryReference, EntryView } from "@/lib/ledger/schema";

export const getEntry = query({
  name: "ledger.entry.get",
  summary: "Read a journal entry",
  audience: ["staff"],
  input: EntryReference,
  output: EntryView,
  http: { method: "GET", path: "/ledger/entries/{entryId}" },
  example: { input: { entryId: exampleEntry.id }, output: exampleEntry },
  refusals: ["ledger.entry_not_found"],
  run: (context, { entryId }) => findEntry(context, entryId),
});
