import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { DateTime } from "@/components/ui/date-time";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { SuppressionReason } from "@/lib/mail/rules/states";
import { LiftMarkButton } from "./lift-mark-button";

interface SuppressionTableProps {
  marks: readonly {
    id: string;
    address: string;
    reason: SuppressionReason;
    detail: string | null;
    messageId: string | null;
    createdAt: Date;
  }[];
  /** Absent where the person may not. */
  remove?: FormAction<unknown>;
}

export function SuppressionTable({ marks, remove }: SuppressionTableProps) {
  const t = useTranslations("mailbox");
  return (
    <Table label={t("addresses.title")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("columns.address")}</TableHeaderCell>
          <TableHeaderCell>{t("columns.reason")}</TableHeaderCell>
          <TableHeaderCell className="max-lg:hidden">{t("columns.detail")}</TableHeaderCell>
          <TableHeaderCell numeric className="max-sm:hidden">
            {t("columns.since")}
          </TableHeaderCell>
          <TableHeaderCell>
            <span className="sr-only">{t("columns.actions")}</span>
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {marks.map(({ id, address, reason, detail, messageId, createdAt }) => (
          <TableRow key={id}>
            <TableCell grow>
              <bdi>{address}</bdi>
            </TableCell>
            <TableCell>
              {messageId ? (
                <TextLink href={`/admin/mail/${messageId}`}>{t(`marks.${reason}`)}</TextLink>
              ) : (
                t(`marks.${reason}`)
              )}
            </TableCell>
            <TableCell className="max-w-80 truncate text-muted max-lg:hidden">
              <bdi>{detail}</bdi>
            </TableCell>
            <TableCell numeric className="max-sm:hidden">
              <DateTime value={createdAt} />
            </TableCell>
            <TableCell className="text-end">
              {remove && reason !== "UNSUBSCRIBED" && (
                <LiftMarkButton mark={{ id, address }} action={remove} />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
