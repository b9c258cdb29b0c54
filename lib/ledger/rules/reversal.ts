import { AlreadyReversed, EntryNotReversible } from "@/lib/ledger/errors";

type Entry = {
  readonly source: { readonly kind: string };
  readonly reversesId: string | null;
  readonly reversedById: string | null;
};

/** Whether an entry can be taken back by hand. Read by the operation and by the button that explains. */
export function reversalRefusal(entry: Entry): EntryNotReversible | AlreadyReversed | undefined {
  if (entry.reversesId !== null) return new EntryNotReversible("reversal");
  if (entry.source.kind !== "manual") return new EntryNotReversible("document");
  return entry.reversedById === null ? undefined : new AlreadyReversed();
}

export function assertReversible(entry: Entry): void {
  const refusal = reversalRefusal(entry);
  if (refusal) throw refusal;
}
