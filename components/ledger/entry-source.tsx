import { useTranslations } from "next-intl";

/** What made an entry: a hand, a reversal, or a document by its kind. */
export function EntrySource({ entry }: { entry: { source: { kind: string }; reversesId: string | null } }) {
  const t = useTranslations("ledger.sources");
  const kind = entry.reversesId === null ? entry.source.kind : "reversal";
  return t.has(kind as never) ? t(kind as never) : kind;
}
