import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/lists/filter-bar";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RowLink, Table, TableBody, TableCell, TableRow } from "@/components/ui/table";

type Client = {
  id: string;
  number: bigint;
  name: string;
  companyName: string | null;
  email: string;
  currency: string;
};

/** Finds the client that a new record is for, by anything that is known of them. */
export function ClientPicker({
  path,
  search,
  clients,
}: {
  path: string;
  search?: string | undefined;
  clients: readonly Client[];
}) {
  const t = useTranslations("clients");
  return (
    <>
      <FilterBar
        path={path}
        search={{ name: "search", label: t("search"), ...(search && { value: search }) }}
        chips={[]}
      />
      <Card>
        {clients.length === 0 ? (
          <EmptyState title={t("noneFound.title")} icon={<Users />}>
            {t("noneFound.text")}
          </EmptyState>
        ) : (
          <Table label={t("title")}>
            <TableBody>
              {clients.map((client) => (
                <TableRow key={client.id}>
                  <TableCell numeric className="text-subtle">
                    {client.number.toString()}
                  </TableCell>
                  <TableCell grow>
                    <RowLink href={`${path}?clientId=${client.id}`}>
                      <bdi>{client.companyName ?? client.name}</bdi>
                    </RowLink>
                  </TableCell>
                  <TableCell className="text-muted max-sm:hidden">
                    <bdi>{client.email}</bdi>
                  </TableCell>
                  <TableCell>{client.currency}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
    </>
  );
}
