import { useTranslations } from "next-intl";
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
import type { MailReason, MailState as State } from "@/lib/mail/rules/states";
import { MailState } from "./mail-state";

export type MailLine = {
  id: string;
  subject: string;
  toAddress: string;
  template: string;
  state: State;
  reason: MailReason | null;
  createdAt: Date;
};

export function MessageTable({ messages }: { messages: readonly MailLine[] }) {
  const t = useTranslations("mailbox");
  return (
    <Table label={t("title")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("columns.subject")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("columns.recipient")}</TableHeaderCell>
          <TableHeaderCell className="max-lg:hidden">{t("columns.template")}</TableHeaderCell>
          <TableHeaderCell>{t("columns.state")}</TableHeaderCell>
          <TableHeaderCell numeric className="max-sm:hidden">
            {t("columns.written")}
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {messages.map((message) => (
          <TableRow key={message.id}>
            <TableCell grow>
              <RowLink href={`/admin/mail/${message.id}`}>
                <bdi>{message.subject}</bdi>
              </RowLink>
            </TableCell>
            <TableCell className="text-muted max-sm:hidden">
              <bdi>{message.toAddress}</bdi>
            </TableCell>
            <TableCell className="text-muted max-lg:hidden">
              {t(`templates.${message.template as "test"}`)}
            </TableCell>
            <TableCell>
              <MailState state={message.state} look="plain" />
            </TableCell>
            <TableCell numeric className="max-sm:hidden">
              <DateTime value={message.createdAt} show="date-time" />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
