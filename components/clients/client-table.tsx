import { useLocale, useTranslations } from "next-intl";
import { type ListParameters, listHref, sortStep } from "@/components/lists/list-url";
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
import type { ClientStatus as Status } from "@/lib/clients/rules/status";
import { countryName } from "@/lib/i18n/countries";
import { ClientStatus } from "./client-status";

export type ClientLine = {
  id: string;
  number: bigint;
  name: string;
  companyName: string | null;
  email: string;
  country: string;
  currency: string;
  status: Status;
  createdAt: Date;
};

interface ClientTableProps {
  clients: readonly ClientLine[];
  path: string;
  current: ListParameters;
  sort: string;
  /** Boxes in front, for a <BulkBar> around. */
  isChoosable?: boolean;
}

export function ClientTable({ clients, path, current, sort, isChoosable = false }: ClientTableProps) {
  const t = useTranslations("clients.columns");
  const locale = useLocale();
  const order = (field: string) => {
    const { next, sorted } = sortStep(sort, field);
    return { sorted, sortHref: listHref(path, current, { sort: next }) };
  };

  return (
    <Table label={t("table")}>
      <TableHead>
        <TableRow>
          {isChoosable && (
            <TableHeaderCell>
              <span className="sr-only">{t("choose")}</span>
            </TableHeaderCell>
          )}
          <TableHeaderCell numeric className="max-sm:hidden" {...order("number")}>
            {t("number")}
          </TableHeaderCell>
          <TableHeaderCell {...order("name")}>{t("name")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("email")}</TableHeaderCell>
          <TableHeaderCell>{t("country")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("currency")}</TableHeaderCell>
          <TableHeaderCell>{t("status")}</TableHeaderCell>
          <TableHeaderCell numeric {...order("createdAt")}>
            {t("since")}
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {clients.map((client) => (
          <TableRow key={client.id}>
            {isChoosable && (
              <TableCell className="w-8">
                <input
                  type="checkbox"
                  name="client"
                  value={client.id}
                  aria-label={t("chooseOne", { name: client.companyName ?? client.name })}
                  className="relative z-10 size-4 cursor-pointer accent-accent"
                />
              </TableCell>
            )}
            <TableCell numeric className="text-subtle max-sm:hidden">
              {client.number.toString()}
            </TableCell>
            <TableCell grow>
              <RowLink href={`/admin/clients/${client.id}`}>
                <bdi>{client.companyName ?? client.name}</bdi>
              </RowLink>
              {client.companyName && (
                <span className="ms-2 text-subtle">
                  <bdi>{client.name}</bdi>
                </span>
              )}
            </TableCell>
            <TableCell className="text-muted max-sm:hidden">
              <bdi>{client.email}</bdi>
            </TableCell>
            <TableCell>{countryName(client.country, locale)}</TableCell>
            <TableCell className="max-sm:hidden">{client.currency}</TableCell>
            <TableCell>
              <ClientStatus status={client.status} look="plain" />
            </TableCell>
            <TableCell numeric>
              <DateTime value={client.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
