import { useTranslations } from "next-intl";
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
import type { ServiceShown } from "@/lib/provisioning/schema";
import { ModuleName } from "./module-name";
import { ServiceStatus } from "./service-status";

interface ServiceTableProps {
  services: readonly ServiceShown[];
  path: string;
  current: ListParameters;
  sort: string;
  /** Off in a list of one client. */
  showsClient?: boolean;
}

export function ServiceTable({ services, path, current, sort, showsClient = true }: ServiceTableProps) {
  const t = useTranslations("services.columns");
  const order = (field: string) => {
    const { next, sorted } = sortStep(sort, field);
    return { sorted, sortHref: listHref(path, current, { sort: next }) };
  };
  return (
    <Table label={t("table")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell {...order("label")}>{t("service")}</TableHeaderCell>
          {showsClient && <TableHeaderCell className="max-sm:hidden">{t("client")}</TableHeaderCell>}
          <TableHeaderCell className="max-lg:hidden">{t("userName")}</TableHeaderCell>
          <TableHeaderCell className="max-lg:hidden">{t("module")}</TableHeaderCell>
          <TableHeaderCell>{t("status")}</TableHeaderCell>
          <TableHeaderCell numeric className="max-sm:hidden" {...order("createdAt")}>
            {t("since")}
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {services.map((service) => (
          <TableRow key={service.id}>
            <TableCell grow>
              <RowLink href={`/admin/services/${service.id}`}>
                <bdi>{service.label}</bdi>
              </RowLink>
            </TableCell>
            {showsClient && (
              <TableCell className="text-muted max-sm:hidden">
                <bdi>{service.clientName}</bdi>
              </TableCell>
            )}
            <TableCell className="text-muted max-lg:hidden">
              <bdi className="tabular">{service.access.userName ?? ""}</bdi>
            </TableCell>
            <TableCell className="text-muted max-lg:hidden">
              <ModuleName id={service.module} />
            </TableCell>
            <TableCell>
              <ServiceStatus status={service.status} look="plain" />
            </TableCell>
            <TableCell numeric className="max-sm:hidden">
              <DateTime value={service.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
