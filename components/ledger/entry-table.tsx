import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from "@/components/ui/table";
import type { Money } from "@/lib/core/money/money";
import { Amounts } from "./amounts";
import { EntrySource } from "./entry-source";
import { entryTotals } from "./entry-totals";

export type EntryLineView = {
  accountCode: string;
  accountName: string;
  clientId: string | null;
  side: "DEBIT" | "CREDIT";
  amount: Money;
};

export type EntryView = {
  id: string;
  day: string;
  description: string;
  source: { kind: string };
  reversesId: string | null;
  reversedById: string | null;
  lines: readonly EntryLineView[];
};

export function EntryTable({ entries }: { entries: readonly EntryView[] }) {
  const t = useTranslations("ledger.entries");
  return (
    <Table label={t("title")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("day")}</TableHeaderCell>
          <TableHeaderCell>{t("description")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("accountsOf")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("source")}</TableHeaderCell>
          <TableHeaderCell numeric>{t("amount")}</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <TableRow key={entry.id}>
            <TableCell>
              <DateTime value={entry.day} />
            </TableCell>
            <TableCell grow>
              <RowLink href={`/admin/ledger/entries/${entry.id}`}>
                <bdi>{entry.description}</bdi>
              </RowLink>
              {entry.reversedById && (
                <Badge dot={false} className="ms-2">
                  {t("reversed")}
                </Badge>
              )}
            </TableCell>
            <TableCell className="tabular text-muted max-sm:hidden">
              {[...new Set(entry.lines.map(({ accountCode }) => accountCode))].slice(0, 4).join(" · ")}
            </TableCell>
            <TableCell className="text-muted max-sm:hidden">
              <EntrySource entry={entry} />
            </TableCell>
            <TableCell numeric>
              <Amounts amounts={entryTotals(entry.lines)} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
