import { useFormatter, useTranslations } from "next-intl";
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
import { type CompanyState, CompanyStatus } from "./company-status";

export type CompanyLine = {
  id: string;
  name: string;
  status: CompanyState;
  hosts: readonly string[];
  clientCount: bigint;
  staffCount: bigint;
  lastSeenAt: Date | null;
  createdAt: Date;
};

interface CompanyTableProps {
  companies: readonly CompanyLine[];
  path: string;
  current: ListParameters;
  sort: string;
}

/** The installation's companies: where they answer, how large they are, and when anybody was last there. */
export function CompanyTable({ companies, path, current, sort }: CompanyTableProps) {
  const t = useTranslations("platform");
  const format = useFormatter();
  const order = (field: string) => {
    const { next, sorted } = sortStep(sort, field);
    return { sorted, sortHref: listHref(path, current, { sort: next }) };
  };

  return (
    <Table label={t("companies.title")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell {...order("name")}>{t("columns.name")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("columns.host")}</TableHeaderCell>
          <TableHeaderCell numeric>{t("columns.clients")}</TableHeaderCell>
          <TableHeaderCell numeric className="max-sm:hidden">
            {t("columns.staff")}
          </TableHeaderCell>
          <TableHeaderCell>{t("columns.status")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("columns.lastSeen")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden" {...order("createdAt")}>
            {t("columns.since")}
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {companies.map(({ id, name, status, hosts, ...company }) => (
          <TableRow key={id}>
            <TableCell grow>
              <RowLink href={`${path}/${id}`}>
                <bdi>{name}</bdi>
              </RowLink>
            </TableCell>
            <TableCell className="text-muted max-sm:hidden">
              <bdi dir="ltr">{hosts[0] ?? t("hosts.any")}</bdi>
              {hosts.length > 1 && (
                <span className="ms-2 text-subtle">{t("hosts.more", { count: hosts.length - 1 })}</span>
              )}
            </TableCell>
            <TableCell numeric>{format.number(company.clientCount)}</TableCell>
            <TableCell numeric className="max-sm:hidden">
              {format.number(company.staffCount)}
            </TableCell>
            <TableCell>
              <CompanyStatus status={status} look="plain" />
            </TableCell>
            <TableCell className="text-muted max-sm:hidden">
              {company.lastSeenAt ? (
                <DateTime value={company.lastSeenAt} show="date-time" />
              ) : (
                t("figures.never")
              )}
            </TableCell>
            <TableCell className="text-muted max-sm:hidden">
              <DateTime value={company.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
